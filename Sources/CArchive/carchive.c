#include "carchive.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/// Bytes read from a descriptor at once.
enum { block_size = 1 << 17 };

struct carchive {
  struct archive *archive;
  struct archive_entry *entry;
  carchive *outer;
  int descriptor;
  uint8_t *first;
  int64_t first_count;
  uint8_t *block;
  /// Bytes handed to libarchive, of this archive alone.
  int64_t taken;
  /// Bytes of data that members gave.
  int64_t given;
  /// Data of the present member given so far.
  int64_t member_offset;
  /// What an outer archive failed with while this one read from it.
  carchive_status outer_status;
  locale_t utf8;
  bool failed_to_open;
};

static la_ssize_t read_block(struct archive *archive, void *data, const void **buffer) {
  carchive *self = data;
  if (self->outer != NULL) {
    const uint8_t *bytes = NULL;
    int64_t count = 0;
    carchive_status status = carchive_read(self->outer, &bytes, &count);
    if (status == carchive_status_ok) {
      self->taken += count;
      *buffer = bytes;
      return (la_ssize_t)count;
    }
    if (status == carchive_status_finished) return 0;
    self->outer_status = status;
    archive_set_error(archive, EIO, "%s", carchive_message(self->outer));
    return ARCHIVE_FATAL;
  }
  if (self->first_count > 0) {
    *buffer = self->first;
    la_ssize_t count = (la_ssize_t)self->first_count;
    self->first_count = 0;
    self->taken += count;
    return count;
  }
  ssize_t got;
  do {
    got = read(self->descriptor, self->block, block_size);
  } while (got < 0 && errno == EINTR);
  if (got < 0) {
    archive_set_error(archive, errno, "%s", strerror(errno));
    return ARCHIVE_FATAL;
  }
  self->taken += got;
  *buffer = self->block;
  return got;
}

static la_int64_t seek_descriptor(struct archive *archive, void *data, la_int64_t offset, int whence) {
  carchive *self = data;
  off_t at = lseek(self->descriptor, offset, whence);
  if (at >= 0) return at;
  archive_set_error(archive, errno, "%s", strerror(errno));
  return ARCHIVE_FATAL;
}

/// Only what is named here is recognised: formats that are read from text (mtree) would take articles for archives, and some
/// filters run other programs.
static carchive *make(void) {
  carchive *self = calloc(1, sizeof *self);
  if (self == NULL) return NULL;
  self->descriptor = -1;
  self->archive = archive_read_new();
  if (self->archive == NULL) {
    free(self);
    return NULL;
  }
  archive_read_support_filter_gzip(self->archive);
  archive_read_support_filter_bzip2(self->archive);
  archive_read_support_filter_xz(self->archive);
  archive_read_support_filter_zstd(self->archive);
  archive_read_support_format_tar(self->archive);
  archive_read_support_format_zip(self->archive);
  archive_read_support_format_7zip(self->archive);
  archive_read_support_format_empty(self->archive);
  archive_read_support_format_raw(self->archive);
  // Names marked as UTF-8 or UTF-16 come as UTF-8, whatever the user's locale.
  self->utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  return self;
}

/// A failure to open shows, with its message, at the first member.
static carchive *opened(carchive *self, int code) {
  self->failed_to_open = code == ARCHIVE_FATAL;
  return self;
}

carchive *carchive_open_descriptor(int descriptor, const uint8_t *first, int64_t count) {
  carchive *self = make();
  if (self == NULL) return NULL;
  self->descriptor = descriptor;
  self->block = malloc(block_size);
  if (count > 0) self->first = malloc((size_t)count);
  if (self->block == NULL || (count > 0 && self->first == NULL)) {
    carchive_close(self);
    return NULL;
  }
  if (count > 0) memcpy(self->first, first, (size_t)count);
  self->first_count = count;
  archive_read_set_callback_data(self->archive, self);
  archive_read_set_read_callback(self->archive, read_block);
  if (count == 0 && lseek(descriptor, 0, SEEK_CUR) >= 0) archive_read_set_seek_callback(self->archive, seek_descriptor);
  return opened(self, archive_read_open1(self->archive));
}

carchive *carchive_open_memory(const uint8_t *bytes, int64_t count) {
  carchive *self = make();
  if (self == NULL) return NULL;
  self->taken = count;
  self->first = malloc(count > 0 ? (size_t)count : 1);
  if (self->first == NULL) {
    carchive_close(self);
    return NULL;
  }
  memcpy(self->first, bytes, (size_t)count);
  return opened(self, archive_read_open_memory(self->archive, self->first, (size_t)count));
}

carchive *carchive_open_member(carchive *outer) {
  carchive *self = make();
  if (self == NULL) return NULL;
  self->outer = outer;
  archive_read_set_callback_data(self->archive, self);
  archive_read_set_read_callback(self->archive, read_block);
  return opened(self, archive_read_open1(self->archive));
}

void carchive_close(carchive *archive) {
  archive_read_free(archive->archive);
  if (archive->utf8 != (locale_t)0) freelocale(archive->utf8);
  free(archive->first);
  free(archive->block);
  free(archive);
}

static carchive_status failure(const carchive *self, int code) {
  if (self->outer_status != carchive_status_ok) return self->outer_status;
  return code == ARCHIVE_FATAL ? carchive_status_broken : carchive_status_member;
}

carchive_status carchive_next(carchive *self) {
  if (self->failed_to_open) return failure(self, ARCHIVE_FATAL);
  locale_t old = self->utf8 != (locale_t)0 ? uselocale(self->utf8) : (locale_t)0;
  int code;
  do {
    code = archive_read_next_header(self->archive, &self->entry);
  } while (code == ARCHIVE_RETRY);
  if (old != (locale_t)0) uselocale(old);
  self->member_offset = 0;
  if (code == ARCHIVE_EOF) {
    self->entry = NULL;
    return carchive_status_finished;
  }
  if (code == ARCHIVE_OK || code == ARCHIVE_WARN) {
    return archive_entry_is_data_encrypted(self->entry) ? carchive_status_encrypted : carchive_status_ok;
  }
  self->entry = NULL;
  return failure(self, code);
}

carchive_kind carchive_member_kind(const carchive *self) {
  if (self->entry == NULL || archive_entry_hardlink(self->entry) != NULL) return carchive_kind_other;
  switch (archive_entry_filetype(self->entry)) {
    case AE_IFREG: return carchive_kind_file;
    case AE_IFDIR: return carchive_kind_folder;
    default: return carchive_kind_other;
  }
}

const char *carchive_member_path(const carchive *self) {
  if (self->entry == NULL) return "";
  const char *path = archive_entry_pathname(self->entry);
  if (path == NULL) path = archive_entry_pathname_utf8(self->entry);
  return path == NULL ? "" : path;
}

bool carchive_is_single(const carchive *self) { return archive_format(self->archive) == ARCHIVE_FORMAT_RAW; }

bool carchive_is_compressed(const carchive *self) {
  return archive_filter_code(self->archive, 0) != ARCHIVE_FILTER_NONE;
}

bool carchive_skips(const carchive *self) {
  return (archive_format(self->archive) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP &&
         !carchive_is_compressed(self);
}

carchive_status carchive_read(carchive *self, const uint8_t **bytes, int64_t *count) {
  while (true) {
    const void *block = NULL;
    size_t size = 0;
    la_int64_t offset = 0;
    int code = archive_read_data_block(self->archive, &block, &size, &offset);
    if (code == ARCHIVE_RETRY) continue;
    if (code == ARCHIVE_EOF) return offset > self->member_offset ? carchive_status_sparse : carchive_status_finished;
    if (code != ARCHIVE_OK && code != ARCHIVE_WARN) return failure(self, code);
    if (offset > self->member_offset) return carchive_status_sparse;
    if (size == 0) continue;
    self->member_offset += (int64_t)size;
    self->given += (int64_t)size;
    *bytes = block;
    *count = (int64_t)size;
    return carchive_status_ok;
  }
}

int64_t carchive_bytes_in(const carchive *self) {
  while (self->outer != NULL) self = self->outer;
  return self->taken;
}

int64_t carchive_bytes_out(const carchive *self) {
  int64_t out = self->given;
  int64_t filtered = archive_filter_bytes(self->archive, 0);
  return filtered > out ? filtered : out;
}

const char *carchive_message(const carchive *self) {
  const char *message = archive_error_string(self->archive);
  return message == NULL ? "" : message;
}
