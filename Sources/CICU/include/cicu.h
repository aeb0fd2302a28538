#pragma once

/// The few ICU functions in use. No ICU header is included here, so that Swift never sees ICU's types (whose names change
/// with its version, and which Foundation brings a second time); the calls stand in cicu.c.

#include <stdbool.h>
#include <stdint.h>

#if defined(__clang__)
#define CICU_CLOSED __attribute__((enum_extensibility(closed)))
#define CICU_NONNULL_BEGIN _Pragma("clang assume_nonnull begin")
#define CICU_NONNULL_END _Pragma("clang assume_nonnull end")
#define CICU_NULLABLE _Nullable
#else
#define CICU_CLOSED
#define CICU_NONNULL_BEGIN
#define CICU_NONNULL_END
#define CICU_NULLABLE
#endif

CICU_NONNULL_BEGIN

/// How a call went. ICU's warnings (it has no data of its own for "zh" and takes the root's) count as `cicu_status_ok`.
typedef enum CICU_CLOSED cicu_status {
  cicu_status_ok = 0,
  cicu_status_noMemory,
  /// ICU's data is missing or does not fit the library.
  cicu_status_noData,
  /// The result does not fit; the call returned the length it needs.
  cicu_status_tooSmall,
  cicu_status_failed,
} cicu_status;

/// "72.1"; written with its final NUL into a buffer of at least 20 bytes.
void cicu_version(char *text);

// Breaks. An iterator belongs to one thread at a time.

typedef enum CICU_CLOSED cicu_break_kind { cicu_break_kind_words = 0, cicu_break_kind_sentences } cicu_break_kind;
typedef struct cicu_breaks cicu_breaks;

/// Null where `status` is not `cicu_status_ok`; the caller closes it.
cicu_breaks *CICU_NULLABLE cicu_breaks_open(cicu_break_kind kind, cicu_status *status);
void cicu_breaks_close(cicu_breaks *breaks);
/// Starts over at a UTF-16 text, which is not copied and must stay in place while `cicu_breaks_next` is called.
cicu_status cicu_breaks_set_text(cicu_breaks *breaks, const uint16_t *text, int32_t length);
/// The next break after the start of the text, in UTF-16 units; -1 after the last one, which is the text's end.
int32_t cicu_breaks_next(cicu_breaks *breaks);

// Normalisation to NFKC. ICU's tables are immutable: these may be called from any thread.

typedef enum CICU_CLOSED cicu_nfkc_class {
  /// Its own NFKC form, whatever stands before it.
  cicu_nfkc_class_unchanged = 0,
  /// Has another NFKC form, whatever stands before it.
  cicu_nfkc_class_changed,
  /// May join or pass what stands before it: combining marks, Hangul vowels and finals.
  cicu_nfkc_class_joins,
  /// A default-ignorable character: zero-width, a variation selector, a soft hyphen.
  cicu_nfkc_class_ignorable,
} cicu_nfkc_class;

/// Loads ICU's NFKC tables; the functions below need it to have gone well once.
cicu_status cicu_nfkc_load(void);
cicu_nfkc_class cicu_nfkc_classify(uint32_t scalar);
/// NFKC of a UTF-16 text; returns the length of the result in units, also where it does not fit.
int32_t cicu_nfkc(
    const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity, cicu_status *status);

/// NFC, for checking tables; as `cicu_nfkc`.
int32_t cicu_nfc(
    const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity, cicu_status *status);

// Character properties.

/// Canonical combining class, 0 to 254.
uint8_t cicu_combining_class(uint32_t scalar);
/// Whether it is a letter of the Han script.
bool cicu_is_han(uint32_t scalar);
/// Whether it closes a bracket or a quotation (general category Pe, Pf).
bool cicu_is_closing(uint32_t scalar);
/// Whether it opens a bracket or a quotation (general category Ps, Pi).
bool cicu_is_opening(uint32_t scalar);

/// Traditional to Simplified characters ("Hant-Hans") in place; returns the new length. Opening it takes ICU 12 to 47 ms
/// and a pass over all characters 200 ms: this is for making and testing the fold table, not for text.
int32_t cicu_traditional_to_simplified(uint16_t *text, int32_t length, int32_t capacity, cicu_status *status);

// Bytes to text. These open what they need and close it: they may be called from any thread.

/// Encodings beside UTF-8 that Chinese pages come in. Line feeds, commas and quotation marks are single bytes in both.
typedef enum CICU_CLOSED cicu_charset {
  /// GB 18030, of which GBK and GB 2312 are parts.
  cicu_charset_gb18030 = 0,
  /// Big5 with the Hong Kong characters.
  cicu_charset_big5hkscs,
} cicu_charset;

/// Writes the UTF-8 of `bytes`, U+FFFD for every sequence that is none, and returns its length. `result` must hold three times
/// `length` and 4 bytes more. `first_bad` is the offset of the first such sequence, -1 where all is well; `bad` counts them.
int64_t cicu_utf8_from(
    cicu_charset charset, const uint8_t *bytes, int64_t length, uint8_t *result, int64_t *first_bad, int64_t *bad,
    cicu_status *status);

/// What ICU's detector makes of some bytes: how sure it is of each, 0 to 100.
typedef struct cicu_guess {
  int32_t gb18030;
  int32_t big5;
  /// The best guess that is none of those nor UTF-8 or UTF-16: Shift_JIS, EUC-KR, windows-1251; "" where there is none.
  char other[24];
  int32_t other_confidence;
} cicu_guess;
cicu_guess cicu_detect(const uint8_t *bytes, int32_t length, cicu_status *status);

CICU_NONNULL_END
