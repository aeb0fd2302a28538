#include "cicu.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
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

static uint8_t *put_utf8(uint8_t *at, uint32_t scalar) {
  if (scalar < 0x80) {
    *at++ = (uint8_t)scalar;
  } else if (scalar < 0x800) {
    *at++ = (uint8_t)(0xC0 | scalar >> 6);
    *at++ = (uint8_t)(0x80 | (scalar & 0x3F));
  } else if (scalar < 0x10000) {
    *at++ = (uint8_t)(0xE0 | scalar >> 12);
    *at++ = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
    *at++ = (uint8_t)(0x80 | (scalar & 0x3F));
  } else {
    *at++ = (uint8_t)(0xF0 | scalar >> 18);
    *at++ = (uint8_t)(0x80 | (scalar >> 12 & 0x3F));
    *at++ = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
    *at++ = (uint8_t)(0x80 | (scalar & 0x3F));
  }
  return at;
}

int64_t cicu_utf8_from(
    cicu_charset charset, const uint8_t *bytes, int64_t length, uint8_t *result, int64_t *first_bad, int64_t *bad,
    cicu_status *status) {
  UErrorCode code = U_ZERO_ERROR;
  *first_bad = -1;
  *bad = 0;
  UConverter *converter = ucnv_open(charset == cicu_charset_gb18030 ? "gb18030" : "Big5-HKSCS", &code);
  if (U_SUCCESS(code)) {
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &code);
  }
  const char *source = (const char *)bytes;
  const char *end = source + length;
  uint8_t *out = result;
  UChar high = 0;
  UChar units[2048];
  while (U_SUCCESS(code)) {
    UChar *unit = units;
    ucnv_toUnicode(converter, &unit, units + 2048, &source, end, NULL, true, &code);
    for (const UChar *at = units; at < unit; at++) {
      if (U16_IS_LEAD(*at)) {
        high = *at;
      } else if (high != 0 && U16_IS_TRAIL(*at)) {
        out = put_utf8(out, (uint32_t)U16_GET_SUPPLEMENTARY(high, *at));
        high = 0;
      } else {
        out = put_utf8(out, U16_IS_SURROGATE(*at) ? 0xFFFD : *at);
        high = 0;
      }
    }
    if (U_SUCCESS(code)) break;
    if (code == U_BUFFER_OVERFLOW_ERROR) {
      code = U_ZERO_ERROR;
    } else if (code == U_ILLEGAL_CHAR_FOUND || code == U_INVALID_CHAR_FOUND || code == U_TRUNCATED_CHAR_FOUND) {
      char sequence[32];
      int8_t size = sizeof sequence;
      code = U_ZERO_ERROR;
      ucnv_getInvalidChars(converter, sequence, &size, &code);
      if (*bad == 0) {
        *first_bad = source - (const char *)bytes - size;
        if (*first_bad < 0) *first_bad = 0;
      }
      *bad += 1;
      out = put_utf8(out, 0xFFFD);
      code = U_ZERO_ERROR;
      // Each such sequence takes at least a byte.
      if (*bad > length) break;
    }
  }
  if (converter != NULL) ucnv_close(converter);
  *status = status_of(code);
  return out - result;
}

cicu_guess cicu_detect(const uint8_t *bytes, int32_t length, cicu_status *status) {
  cicu_guess guess;
  memset(&guess, 0, sizeof guess);
  UErrorCode code = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&code);
  ucsdet_setText(detector, (const char *)bytes, length, &code);
  int32_t count = 0;
  const UCharsetMatch **matches = ucsdet_detectAll(detector, &count, &code);
  for (int32_t index = 0; U_SUCCESS(code) && index < count; index++) {
    const char *name = ucsdet_getName(matches[index], &code);
    int32_t confidence = ucsdet_getConfidence(matches[index], &code);
    if (U_FAILURE(code)) break;
    if (strcmp(name, "GB18030") == 0) {
      guess.gb18030 = confidence;
    } else if (strcmp(name, "Big5") == 0) {
      guess.big5 = confidence;
    } else if (strncmp(name, "UTF", 3) != 0 && confidence > guess.other_confidence) {
      strncpy(guess.other, name, sizeof guess.other - 1);
      guess.other_confidence = confidence;
    }
  }
  if (detector != NULL) ucsdet_close(detector);
  *status = status_of(code);
  return guess;
}
