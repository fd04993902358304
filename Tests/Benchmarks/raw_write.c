/* The floor of a full build: the time to write the same files with nothing to compute.

   raw_write SOURCE TARGET < LIST

   Reads the files of LIST (paths relative to SOURCE, one a line) into memory, then writes them under the empty folder
   TARGET with two threads: one mkdir for each folder, and open, write, close for each file. Prints the seconds that the
   writing took. */

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { THREADS = 2, MAX_PATH = 4096 };

struct file {
    char *path; /* below the target */
    char *bytes;
    size_t size;
};

static struct file *files;
static size_t file_count;

static void fail(const char *what) {
    perror(what);
    exit(2);
}

static char *joined(const char *folder, const char *name) {
    char *path = malloc(strlen(folder) + strlen(name) + 2);
    if (!path) fail("malloc");
    sprintf(path, "%s/%s", folder, name);
    return path;
}

static void load(struct file *file, const char *path) {
    struct stat status;
    int descriptor = open(path, O_RDONLY);
    if (descriptor < 0 || fstat(descriptor, &status) < 0) fail(path);
    file->size = (size_t)status.st_size;
    file->bytes = malloc(file->size + 1);
    if (!file->bytes) fail("malloc");
    for (size_t done = 0; done < file->size;) {
        ssize_t count = read(descriptor, file->bytes + done, file->size - done);
        if (count <= 0) fail(path);
        done += (size_t)count;
    }
    close(descriptor);
}

static void load_all(const char *source, const char *target) {
    char line[MAX_PATH];
    size_t capacity = 0;
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = 0;
        if (file_count == capacity) {
            capacity = capacity ? capacity * 2 : 1024;
            files = realloc(files, capacity * sizeof *files);
            if (!files) fail("realloc");
        }
        char *path = joined(source, line);
        load(&files[file_count], path);
        free(path);
        files[file_count++].path = joined(target, line);
    }
}

/* Makes the folder of `path`, and the folders above it where they are missing. */
static void make_folder_of(const char *path) {
    char folder[MAX_PATH];
    size_t length = (size_t)(strrchr(path, '/') - path);
    memcpy(folder, path, length);
    folder[length] = 0;
    if (mkdir(folder, 0777) == 0 || errno == EEXIST) return;
    if (errno != ENOENT) fail(folder);
    make_folder_of(folder);
    if (mkdir(folder, 0777) < 0 && errno != EEXIST) fail(folder);
}

static void save(const struct file *file) {
    int descriptor = open(file->path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (descriptor < 0) fail(file->path);
    for (size_t done = 0; done < file->size;) {
        ssize_t count = write(descriptor, file->bytes + done, file->size - done);
        if (count <= 0) fail(file->path);
        done += (size_t)count;
    }
    close(descriptor);
}

/* One thread's half of the list: neighbours mostly share a folder's parents, so halves are contiguous. */
static void *save_share(void *argument) {
    size_t share = (size_t)argument;
    for (size_t i = file_count * share / THREADS; i < file_count * (share + 1) / THREADS; i++) {
        make_folder_of(files[i].path);
        save(&files[i]);
    }
    return NULL;
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "usage: raw_write SOURCE TARGET < LIST\n");
        return 64;
    }
    load_all(argv[1], argv[2]);
    double start = seconds();
    pthread_t threads[THREADS];
    for (size_t i = 0; i < THREADS; i++)
        if (pthread_create(&threads[i], NULL, save_share, (void *)i)) fail("pthread_create");
    for (size_t i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);
    printf("%.6f\n", seconds() - start);
    return 0;
}
