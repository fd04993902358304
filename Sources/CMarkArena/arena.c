#include "arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { arena_alignment = 16, arena_block_bytes = 256 << 10 };

struct arena_block {
  struct arena_block *older;
  size_t size;
};

static _Thread_local struct {
  struct arena_block *newest;
  char *next;
  char *end;
} arena;

// Each allocation is preceded by its size, in a whole unit of alignment.
static size_t *arena_size_of(void *memory) { return (size_t *)((char *)memory - arena_alignment); }

static void arena_add_block(size_t bytes) {
  size_t size = bytes > arena_block_bytes ? bytes : arena_block_bytes;
  struct arena_block *block = malloc(sizeof(struct arena_block) + size);
  if (!block) abort();
  *block = (struct arena_block){arena.newest, size};
  arena.newest = block;
  arena.next = (char *)(block + 1);
  arena.end = arena.next + size;
}

static void *arena_allocate(size_t bytes) {
  if (bytes > SIZE_MAX / 2) abort();
  size_t rounded = (bytes + arena_alignment - 1) & ~(size_t)(arena_alignment - 1);
  if ((size_t)(arena.end - arena.next) < rounded + arena_alignment) arena_add_block(rounded + arena_alignment);
  char *memory = arena.next + arena_alignment;
  arena.next = memory + rounded;
  *arena_size_of(memory) = rounded;
  return memory;
}

static void *arena_calloc(size_t count, size_t size) {
  size_t bytes;
  if (__builtin_mul_overflow(count, size, &bytes)) abort();
  return memset(arena_allocate(bytes), 0, bytes);
}

static void *arena_realloc(void *memory, size_t bytes) {
  if (!memory) return arena_allocate(bytes);
  size_t size = *arena_size_of(memory);
  if (bytes <= size) return memory;
  return memcpy(arena_allocate(bytes), memory, size);
}

static void arena_free(void *memory) { (void)memory; }

cmark_mem *arena_mem(void) {
  static cmark_mem mem = {arena_calloc, arena_realloc, arena_free};
  return &mem;
}

void arena_reset(void) {
  while (arena.newest && (arena.newest->older || arena.newest->size > arena_block_bytes)) {
    struct arena_block *older = arena.newest->older;
    free(arena.newest);
    arena.newest = older;
  }
  arena.next = arena.newest ? (char *)(arena.newest + 1) : NULL;
  arena.end = arena.newest ? arena.next + arena.newest->size : NULL;
}
