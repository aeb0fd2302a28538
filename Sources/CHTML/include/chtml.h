#pragma once

/// A page of HTML, read by libxml2's tolerant parser, as a sequence of starts, texts and ends. No libxml2 header is included
/// here, so that Swift never sees its types; the calls stand in chtml.c. Nothing is ever loaded from outside the page.

#include <stdint.h>

#if defined(__clang__)
#define CHTML_CLOSED __attribute__((enum_extensibility(closed)))
#define CHTML_NONNULL_BEGIN _Pragma("clang assume_nonnull begin")
#define CHTML_NONNULL_END _Pragma("clang assume_nonnull end")
#define CHTML_NULLABLE _Nullable
#else
#define CHTML_CLOSED
#define CHTML_NONNULL_BEGIN
#define CHTML_NONNULL_END
#define CHTML_NULLABLE
#endif

CHTML_NONNULL_BEGIN

/// A parsed page and a place in it. One thread at a time.
typedef struct chtml_page chtml_page;

/// Parses a whole page of UTF-8, whatever its tags say about the encoding. Null where there is no memory, or nothing at all in
/// the page. The bytes are not needed afterwards; the caller closes the page.
chtml_page *CHTML_NULLABLE chtml_open(const uint8_t *utf8, int32_t length);
void chtml_close(chtml_page *page);

typedef enum CHTML_CLOSED chtml_event {
  /// After the last event.
  chtml_event_finish = 0,
  chtml_event_start,
  chtml_event_text,
  chtml_event_end,
} chtml_event;

/// Goes to the next event, in the order of the page. Comments and processing instructions make none.
chtml_event chtml_next(chtml_page *page);
/// Name of the element that starts or ends, in lower case; valid until the page is closed.
const char *chtml_name(const chtml_page *page);
/// The text's UTF-8, valid until the page is closed.
const uint8_t *chtml_text(const chtml_page *page, int64_t *length);
/// Value of an attribute of the element that starts, null where it has none; valid until the page is closed.
const char *CHTML_NULLABLE chtml_attribute(const chtml_page *page, const char *name);

CHTML_NONNULL_END
