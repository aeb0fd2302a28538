#pragma once

/// Archives and compressed files, read by libarchive as streams: never a temporary file, never a file made on disk, no program
/// run. No libarchive header is included here; the calls stand in carchive.c.

#include <stdbool.h>
#include <stdint.h>

#if defined(__clang__)
#define CARCHIVE_CLOSED __attribute__((enum_extensibility(closed)))
#define CARCHIVE_NONNULL_BEGIN _Pragma("clang assume_nonnull begin")
#define CARCHIVE_NONNULL_END _Pragma("clang assume_nonnull end")
#define CARCHIVE_NULLABLE _Nullable
#else
#define CARCHIVE_CLOSED
#define CARCHIVE_NONNULL_BEGIN
#define CARCHIVE_NONNULL_END
#define CARCHIVE_NULLABLE
#endif

CARCHIVE_NONNULL_BEGIN

/// An open archive and a place in it. One thread at a time.
typedef struct carchive carchive;

typedef enum CARCHIVE_CLOSED carchive_status {
  carchive_status_ok = 0,
  /// No further member, or no further data of this one.
  carchive_status_finished,
  /// This member cannot be read, the next one can.
  carchive_status_member,
  /// Nothing further can be read: `carchive_message` says why.
  carchive_status_broken,
  /// The member is encrypted.
  carchive_status_encrypted,
  /// The member has holes: more bytes than were stored.
  carchive_status_sparse,
} carchive_status;

typedef enum CARCHIVE_CLOSED carchive_kind {
  carchive_kind_file = 0,
  carchive_kind_folder,
  /// A link, a device, a pipe.
  carchive_kind_other,
} carchive_kind;

/// Opens what a descriptor reads, from where it stands; the descriptor stays the caller's and must stay open. Null where there
/// is no memory. Whether it is an archive shows at the first member. `first` are bytes already read from the descriptor, which
/// are copied; where there are some, the archive is read without seeking.
carchive *CARCHIVE_NULLABLE carchive_open_descriptor(int descriptor, const uint8_t *first, int64_t count);
/// Opens bytes in memory, which are copied.
carchive *CARCHIVE_NULLABLE carchive_open_memory(const uint8_t *bytes, int64_t count);
/// Opens the present member of another archive, which must stay open and not be touched until this one is closed.
carchive *CARCHIVE_NULLABLE carchive_open_member(carchive *outer);
void carchive_close(carchive *archive);

/// Goes to the next member.
carchive_status carchive_next(carchive *archive);
carchive_kind carchive_member_kind(const carchive *archive);
/// Path of the member as its bytes stand in the archive; UTF-8 where the archive says what they are. Valid until the next member.
const char *carchive_member_path(const carchive *archive);
/// Whether the present member is all there is: a compressed file, not an archive.
bool carchive_is_single(const carchive *archive);
/// Whether it is compressed as a whole.
bool carchive_is_compressed(const carchive *archive);
/// Whether members that are not wanted are skipped without being decompressed.
bool carchive_skips(const carchive *archive);
/// The next stretch of the member's data, valid until the next call.
carchive_status carchive_read(carchive *archive, const uint8_t *CARCHIVE_NULLABLE *_Nonnull bytes, int64_t *count);

/// Bytes taken from what is compressed so far; of an archive in an archive those of the outermost one.
int64_t carchive_bytes_in(const carchive *archive);
/// Bytes that came out of decompression so far, the archive's own headers included.
int64_t carchive_bytes_out(const carchive *archive);
/// What libarchive says of the last failure; "" where it says nothing.
const char *carchive_message(const carchive *archive);

CARCHIVE_NONNULL_END
