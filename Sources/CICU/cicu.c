#include "cicu.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>
#include <unicode/uversion.h>

/// Warnings are negative codes.
static cicu_status status_of(UErrorCode code) {
  if (U_SUCCESS(code)) return cicu_status_ok;
  switch (code) {
    case U_MEMORY_ALLOCATION_ERROR: return cicu_status_noMemory;
    case U_MISSING_RESOURCE_ERROR:
    case U_FILE_ACCESS_ERROR:
    case U_INVALID_FORMAT_ERROR: return cicu_status_noData;
    case U_BUFFER_OVERFLOW_ERROR: return cicu_status_tooSmall;
    default: return cicu_status_failed;
  }
}

void cicu_version(char *text) {
  UVersionInfo version;
  u_getVersion(version);
  u_versionToString(version, text);
}

// `cicu_breaks` is never defined: a pointer to it is ICU's own pointer under another name.

cicu_breaks *cicu_breaks_open(cicu_break_kind kind, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  UBreakIterator *breaks = ubrk_open(kind == cicu_break_kind_words ? UBRK_WORD : UBRK_SENTENCE, "zh", NULL, 0, &code);
  *status = status_of(code);
  return (cicu_breaks *)breaks;
}

void cicu_breaks_close(cicu_breaks *breaks) { ubrk_close((UBreakIterator *)breaks); }

cicu_status cicu_breaks_set_text(cicu_breaks *breaks, const uint16_t *text, int32_t length) {
  UErrorCode code = U_ZERO_ERROR;
  ubrk_setText((UBreakIterator *)breaks, (const UChar *)text, length, &code);
  return status_of(code);
}

int32_t cicu_breaks_next(cicu_breaks *breaks) {
  int32_t next = ubrk_next((UBreakIterator *)breaks);
  return next == UBRK_DONE ? -1 : next;
}

/// Fetching the shared instance is a test of one flag after the first call.
static const UNormalizer2 *nfkc(UErrorCode *code) { return unorm2_getNFKCInstance(code); }

cicu_status cicu_nfkc_load(void) {
  UErrorCode code = U_ZERO_ERROR;
  nfkc(&code);
  return status_of(code);
}

cicu_nfkc_class cicu_nfkc_classify(uint32_t scalar) {
  UErrorCode code = U_ZERO_ERROR;
  UChar32 c = (UChar32)scalar;
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return cicu_nfkc_class_ignorable;
  const UNormalizer2 *normalizer = nfkc(&code);
  if (U_FAILURE(code)) return cicu_nfkc_class_unchanged;
  if (!unorm2_hasBoundaryBefore(normalizer, c)) return cicu_nfkc_class_joins;
  return u_getIntPropertyValue(c, UCHAR_NFKC_QUICK_CHECK) == UNORM_NO ? cicu_nfkc_class_changed : cicu_nfkc_class_unchanged;
}

int32_t cicu_nfkc(
    const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t count = unorm2_normalize(nfkc(&code), (const UChar *)text, length, (UChar *)result, capacity, &code);
  *status = status_of(code);
  return count;
}

int32_t cicu_nfc(
    const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFCInstance(&code);
  int32_t count = unorm2_normalize(normalizer, (const UChar *)text, length, (UChar *)result, capacity, &code);
  *status = status_of(code);
  return count;
}

uint8_t cicu_combining_class(uint32_t scalar) { return u_getCombiningClass((UChar32)scalar); }

bool cicu_is_han(uint32_t scalar) {
  UErrorCode code = U_ZERO_ERROR;
  return uscript_getScript((UChar32)scalar, &code) == USCRIPT_HAN && u_isalpha((UChar32)scalar);
}

bool cicu_is_closing(uint32_t scalar) {
  int8_t type = u_charType((UChar32)scalar);
  return type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION;
}

bool cicu_is_opening(uint32_t scalar) {
  int8_t type = u_charType((UChar32)scalar);
  return type == U_START_PUNCTUATION || type == U_INITIAL_PUNCTUATION;
}

int32_t cicu_traditional_to_simplified(uint16_t *text, int32_t length, int32_t capacity, cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  UChar id[16];
  u_uastrcpy(id, "Hant-Hans");
  UTransliterator *transliterator = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &code);
  int32_t limit = length;
  if (U_SUCCESS(code)) {
    utrans_transUChars(transliterator, (UChar *)text, &length, capacity, 0, &limit, &code);
    utrans_close(transliterator);
  }
  *status = status_of(code);
  return length;
}
