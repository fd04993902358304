#define _GNU_SOURCE
#include "library.h"

#include <dlfcn.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int fill(struct library *library, void *handle, char *text, size_t capacity) {
#define FIND(function)                                                                     \
  if (!(library->function = (__typeof__(function) *) dlsym(handle, #function))) {          \
    snprintf(text, capacity, "%s", dlerror());                                             \
    return -1;                                                                             \
  }
  LIBRARY_FUNCTIONS(FIND)
#undef FIND
  return 0;
}

int library_load(struct library *library, char *path, char *text, size_t capacity) {
  void *handle = dlopen("libvips.so.42", RTLD_NOW | RTLD_LOCAL);
  if (!handle) {
    snprintf(text, capacity, "%s", dlerror());
    return -1;
  }
  if (fill(library, handle, text, capacity) != 0) return -1;
  struct link_map *map = NULL;
  char *file = dlinfo(handle, RTLD_DI_LINKMAP, &map) == 0 && map ? realpath(map->l_name, NULL) : NULL;
  snprintf(path, capacity, "%s", file ? file : "");
  free(file);
  if (library->vips_init("etalase") != 0) {
    snprintf(text, capacity, "%s", library->vips_error_buffer());
    return -1;
  }
  library->vips_concurrency_set(1);
  library->vips_cache_set_max(0);
  library->vips_block_untrusted_set(TRUE);
  library->vips_operation_block_set("VipsForeignLoad", TRUE);
  library->vips_operation_block_set("VipsForeignLoadJpeg", FALSE);
  library->vips_operation_block_set("VipsForeignLoadPng", FALSE);
  library->vips_operation_block_set("VipsForeignLoadWebp", FALSE);
  return 0;
}
