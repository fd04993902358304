#define _GNU_SOURCE
#include "imaging.h"
#include "library.h"
#include "picture.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

// What one picture may take; whoever needs more is ended by the kernel.
enum { MOST_DATA = 768 << 20, MOST_OUTPUT = 64 << 20, MOST_CPU_SECONDS = 60, MOST_SECONDS = 300 };

static void limit(int resource, rlim_t value) {
  struct rlimit limits;
  if (getrlimit(resource, &limits) != 0) return;
  if (limits.rlim_max != RLIM_INFINITY && value > limits.rlim_max) value = limits.rlim_max;
  limits.rlim_cur = value;
  setrlimit(resource, &limits);
}

// Processor time counts from the process's start, so each picture moves its end.
static void limit_time(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  limit(RLIMIT_CPU, usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + MOST_CPU_SECONDS);
  alarm(MOST_SECONDS);
}

static void answer(int replies, struct imaging_reply *reply) {
  reply->pid = getpid();
  if (write(replies, reply, sizeof *reply) != sizeof *reply) _exit(IMAGING_WORK_DONE);
}

// The bytes of a regular file in memory of their own, which libvips may look at while the file changes.
static uint8_t *read_source(const struct imaging_request *request, struct imaging_reply *reply) {
  int file = open(request->source, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
  struct stat status;
  uint8_t *bytes = NULL;
  reply->status = IMAGING_UNREADABLE;
  if (file >= 0 && fstat(file, &status) == 0) {
    if (!S_ISREG(status.st_mode)) {
      reply->status = IMAGING_NOT_REGULAR;
    } else if ((uint64_t) status.st_size > request->most_bytes) {
      reply->status = IMAGING_TOO_MANY_BYTES;
      reply->bytes = status.st_size;
    } else if ((bytes = malloc(status.st_size + 1))) {
      while (reply->bytes < (uint64_t) status.st_size) {
        ssize_t count = read(file, bytes + reply->bytes, status.st_size - reply->bytes);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        reply->bytes += count;
      }
      reply->status = IMAGING_OK;
    }
  }
  reply->code = errno;
  if (file >= 0) close(file);
  return bytes;
}

static void develop(
  const struct library *library, const struct imaging_request *request, struct imaging_reply *reply) {
  uint8_t *bytes = read_source(request, reply);
  if (!bytes) return;
  imaging_digest(bytes, reply->bytes, reply->digest);
  int target = open(request->target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (target < 0) {
    reply->status = IMAGING_NOT_WRITTEN;
    reply->code = errno;
  } else {
    picture_develop(library, request, bytes, reply->bytes, target, reply);
    if (close(target) != 0 && reply->status == IMAGING_OK) {
      reply->status = IMAGING_NOT_WRITTEN;
      reply->code = errno;
    }
    if (reply->status != IMAGING_OK) unlink(request->target);
  }
  free(bytes);
}

int imaging_work(int requests, int replies) {
  // Nothing of the surroundings may change what comes out.
  clearenv();
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, MOST_OUTPUT);
  struct library library;
  struct imaging_reply reply = {.kind = IMAGING_READY};
  char reason[sizeof reply.text];
  if (library_load(&library, reply.text, reason, sizeof reason) != 0) {
    reply.kind = IMAGING_UNAVAILABLE;
    memcpy(reply.text, reason, sizeof reason);
    answer(replies, &reply);
    return IMAGING_WORK_DONE;
  }
  strncpy(reply.version, library.vips_version_string(), sizeof reply.version - 1);
  answer(replies, &reply);
  limit(RLIMIT_DATA, MOST_DATA);

  static struct imaging_request request;
  ssize_t count;
  while ((count = read(requests, &request, sizeof request)) != 0) {
    if (count < 0 && errno == EINTR) continue;
    if (count != sizeof request) break;
    // Said before anything else is done: a worker that dies has then said with which picture.
    memset(&reply, 0, sizeof reply);
    reply.kind = IMAGING_STARTED;
    reply.job = request.job;
    answer(replies, &reply);
    limit_time();
    reply.kind = IMAGING_DONE;
    develop(&library, &request, &reply);
    alarm(0);
    answer(replies, &reply);
  }
  return IMAGING_WORK_DONE;
}
