#ifndef ETALASE_IMAGING_H
#define ETALASE_IMAGING_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// Decoding pictures that nobody has checked, in processes of their own.
//
// A supervisor is forked while the program has a single thread and does nothing until it is asked. It then forks
// workers, which load libvips, take requests and answer them; when one dies it says so and forks another. All talk
// through pipes with records that fit into one atomic write (PIPE_BUF), so any number of workers share two pipes.

enum { IMAGING_WIDTHS = 8, IMAGING_CROPS = 4, IMAGING_PARTS = 2 * IMAGING_WIDTHS + IMAGING_CROPS, IMAGING_PATH = 1900 };

// A picture cut to a shape: JPEG of exactly this size, with its quality lowered until it fits.
struct imaging_crop {
  uint32_t width, height;
  uint32_t quality, lowest_quality;
  uint32_t most_bytes;
};

struct imaging_request {
  uint32_t job;
  uint32_t width_count, crop_count;
  uint32_t widths[IMAGING_WIDTHS];
  struct imaging_crop crops[IMAGING_CROPS];
  uint32_t webp_quality, webp_effort, jpeg_quality;
  uint64_t most_pixels, most_bytes;
  // The file to read, and the file to make with all parts behind each other.
  char source[IMAGING_PATH], target[IMAGING_PATH];
};

enum imaging_kind {
  IMAGING_READY,        // a worker has loaded libvips: `version` and `text` (the library's path) are set
  IMAGING_UNAVAILABLE,  // it could not: `text` says why
  IMAGING_STARTED,      // a worker begins with `job`
  IMAGING_DONE,         // `job` is done, see `status`
  IMAGING_DIED          // the worker `pid` is gone; `status` is as waitpid gives it
};

enum imaging_status {
  IMAGING_OK,
  IMAGING_UNREADABLE,       // `code` is errno
  IMAGING_NOT_REGULAR,
  IMAGING_TOO_MANY_BYTES,
  IMAGING_FORMAT,           // not JPEG, PNG or WebP
  IMAGING_TOO_MANY_PIXELS,  // `width` and `height` say how many
  IMAGING_TOO_NARROW,       // likewise
  IMAGING_BROKEN,
  IMAGING_NOT_WRITTEN       // `code` is errno
};

enum imaging_format { IMAGING_JPEG, IMAGING_WEBP };

struct imaging_part {
  uint32_t width, height;
  uint32_t format;
  // Which of the request's crops it is, from 1; 0 for one of the widths.
  uint32_t crop;
  uint32_t offset, length;
  uint64_t fingerprint;
};

struct imaging_reply {
  uint32_t kind, job;
  int32_t pid, status, code;
  // Of the picture as it stands upright.
  uint32_t width, height;
  uint32_t frames;
  uint64_t bytes;
  uint8_t digest[16];
  // The colour that most of the picture has.
  uint8_t red, green, blue, unused;
  uint32_t part_count;
  struct imaging_part parts[IMAGING_PARTS];
  char version[32];
  char text[512];
};

// Forks the supervisor. To be called while the process has one thread.
//
// - control: one byte written here says how many workers to fork.
// - requests, replies: records as above. Closing `control` and `requests` ends all of it.
// Returns the supervisor's process id, or -1 with errno set.
pid_t imaging_start(int *control, int *requests, int *replies);

// The exit code of a worker that ends because there are no more requests, or because it can't do any.
enum { IMAGING_WORK_DONE = 40 };

// What the workers do: takes requests until there are no more. Returns the process's exit code.
int imaging_work(int requests, int replies);

// BLAKE2b (RFC 7693) with a digest of 16 bytes.
void imaging_digest(const void *bytes, size_t count, uint8_t digest[16]);

// The first eight bytes of the digest as a number.
uint64_t imaging_fingerprint(const void *bytes, size_t count);

#endif
