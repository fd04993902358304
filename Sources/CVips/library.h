#ifndef ETALASE_LIBRARY_H
#define ETALASE_LIBRARY_H

#include "vips.h"

// libvips, loaded when a worker begins: it and the hundred libraries that it needs would add 20 ms to every run of the
// program, most of which decode nothing.

#define LIBRARY_FUNCTIONS(F)                                                                                        \
  F(vips_init) F(vips_version_string) F(vips_concurrency_set) F(vips_cache_set_max) F(vips_block_untrusted_set)     \
  F(vips_operation_block_set) F(vips_error_buffer) F(vips_error_clear)                                              \
  F(vips_jpegload_buffer) F(vips_pngload_buffer) F(vips_webpload_buffer) F(vips_thumbnail_buffer)                   \
  F(vips_image_get_width) F(vips_image_get_height) F(vips_image_get_bands) F(vips_image_get_orientation_swap)       \
  F(vips_image_get_n_pages) F(vips_image_hasalpha) F(vips_colourspace) F(vips_flatten) F(vips_cast) F(vips_copy)    \
  F(vips_array_double_newv) F(vips_area_unref) F(vips_image_write_to_memory) F(vips_image_new_from_memory)          \
  F(vips_resize) F(vips_smartcrop) F(vips_extract_area) F(vips_image_get_xoffset) F(vips_image_get_yoffset)          \
  F(vips_webpsave_buffer) F(vips_jpegsave_buffer) F(g_object_ref)                  \
  F(g_object_unref) F(g_free)

struct library {
#define FIELD(name) __typeof__(name) *name;
  LIBRARY_FUNCTIONS(FIELD)
#undef FIELD
};

// Loads libvips and lets it read nothing but JPEG, PNG and WebP, with one thread.
//
// - path: gets where the library's file is.
// Returns 0, or -1 with the reason in `text`.
int library_load(struct library *library, char *path, char *text, size_t capacity);

#endif
