#define _GNU_SOURCE
#include "imaging.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

// The supervisor's own descriptors, so that it need not know which others the program was given.
enum { CONTROL = 3, REQUESTS, REPLIES, FIRST_OTHER };

// Ends the process with its parent.
static void follow(pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(0);
}

static void fork_worker(void) {
  pid_t parent = getpid();
  pid_t pid = fork();
  if (pid != 0) return;
  follow(parent);
  close(CONTROL);
  _exit(imaging_work(REQUESTS, REPLIES));
}

static void tell_death(pid_t pid, int status) {
  struct imaging_reply reply;
  memset(&reply, 0, sizeof reply);
  reply.kind = IMAGING_DIED;
  reply.pid = pid;
  reply.status = status;
  if (write(REPLIES, &reply, sizeof reply) != sizeof reply) _exit(0);
}

static void supervise(void) {
  uint8_t count = 0;
  ssize_t got;
  while ((got = read(CONTROL, &count, 1)) < 0 && errno == EINTR) continue;
  if (got != 1) _exit(0);
  for (int i = 0; i < count; i++) fork_worker();
  for (;;) {
    int status;
    pid_t pid = waitpid(-1, &status, 0);
    if (pid < 0 && errno == EINTR) continue;
    if (pid < 0) _exit(0);
    if (WIFEXITED(status) && WEXITSTATUS(status) == IMAGING_WORK_DONE) continue;
    tell_death(pid, status);
    fork_worker();
  }
}

// Signals do what they do in a fresh program, whatever this one, or the thread that forks, has said about them.
static void reset_signals(void) {
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

// Gives the child the three descriptors at their numbers, and nothing else of the program's.
static void keep_only(int control, int requests, int replies) {
  int copies[3] = {fcntl(control, F_DUPFD, 8), fcntl(requests, F_DUPFD, 8), fcntl(replies, F_DUPFD, 8)};
  for (int i = 0; i < 3; i++) {
    if (copies[i] < 0 || dup2(copies[i], CONTROL + i) < 0) _exit(0);
  }
  if (close_range(FIRST_OTHER, ~0U, 0) != 0) {
    for (int i = FIRST_OTHER; i < 1024; i++) close(i);
  }
  int null = open("/dev/null", O_RDWR);
  for (int i = 0; i < CONTROL; i++) dup2(null, i);
  if (null >= FIRST_OTHER) close(null);
}

// A pipe whose ends are not the standard channels, which may be closed.
static int open_pipe(int ends[2]) {
  int raw[2];
  if (pipe2(raw, O_CLOEXEC) != 0) return -1;
  for (int i = 0; i < 2; i++) {
    ends[i] = raw[i] < 3 ? fcntl(raw[i], F_DUPFD_CLOEXEC, 3) : raw[i];
    if (ends[i] != raw[i]) close(raw[i]);
  }
  return ends[0] < 0 || ends[1] < 0 ? -1 : 0;
}

pid_t imaging_start(int *control, int *requests, int *replies) {
  int pipes[3][2];
  for (int i = 0; i < 3; i++) {
    if (open_pipe(pipes[i]) != 0) return -1;
  }
  pid_t pid = fork();
  if (pid == 0) {
    reset_signals();
    keep_only(pipes[0][0], pipes[1][0], pipes[2][1]);
    supervise();
  }
  close(pipes[0][0]);
  close(pipes[1][0]);
  close(pipes[2][1]);
  *control = pipes[0][1];
  *requests = pipes[1][1];
  *replies = pipes[2][0];
  return pid;
}
