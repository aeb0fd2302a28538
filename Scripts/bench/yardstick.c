// The yardstick: ICU's UTF-8 to UTF-16 and word breaks over a text, on one thread, the way every program that asks ICU for
// Chinese words must go. Prints bytes, breaks, seconds and seconds
// of the processor.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

static double now(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

int main(int count, char **arguments) {
  if (count != 2) return 2;
  FILE *file = fopen(arguments[1], "rb");
  if (!file) return 2;
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *text = malloc(size + 1);
  if (!text || fread(text, 1, size, file) != (size_t)size) return 2;
  text[size] = 0;
  fclose(file);

  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *breaks = ubrk_open(UBRK_WORD, "zh", NULL, 0, &status);
  if (U_FAILURE(status)) return 1;
  long capacity = 1 << 16, found = 0;
  UChar *units = malloc(capacity * sizeof(UChar));
  double start = now(CLOCK_MONOTONIC), begun = now(CLOCK_PROCESS_CPUTIME_ID);
  // Paragraph by paragraph, as texts come.
  for (long from = 0; from < size;) {
    char *end = memchr(text + from, '\n', size - from);
    long to = end ? end - text + 1 : size;
    if (to - from > capacity) {
      capacity = to - from;
      units = realloc(units, capacity * sizeof(UChar));
    }
    int32_t length = 0;
    status = U_ZERO_ERROR;
    u_strFromUTF8WithSub(units, (int32_t)capacity, &length, text + from, (int32_t)(to - from), 0xFFFD, NULL, &status);
    if (U_FAILURE(status)) return 1;
    ubrk_setText(breaks, units, length, &status);
    while (ubrk_next(breaks) != UBRK_DONE) found++;
    from = to;
  }
  printf("%ld %ld %.6f %.6f\n", size, found, now(CLOCK_MONOTONIC) - start, now(CLOCK_PROCESS_CPUTIME_ID) - begun);
  return 0;
}
