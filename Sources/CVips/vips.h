#ifndef ETALASE_VIPS_H
#define ETALASE_VIPS_H

#include <stddef.h>

// What is used of libvips 8.13 or newer, and of the GObject beneath it: so that building the program needs neither
// their headers nor those of the two hundred packages that come with them.
//
// Tests/EndToEnd/test_photos.py compiles this file together with the library's own headers, where there are any: the
// compiler then compares every line.

#ifndef VIPS_VIPS_H
typedef struct _VipsImage VipsImage;
typedef struct _VipsArea VipsArea;
typedef struct _VipsArrayDouble VipsArrayDouble;
typedef int gboolean;
typedef void *gpointer;
typedef int VipsInterpretation;
typedef int VipsBandFormat;
#define TRUE 1
#define FALSE 0
#endif

enum {
  SIZE_DOWN = 2,
  INTERPRETATION_SRGB = 22,
  FORMAT_UCHAR = 0,
  INTERESTING_ATTENTION = 3
};

int vips_init(const char *name);
const char *vips_version_string(void);
void vips_concurrency_set(int count);
void vips_cache_set_max(int count);
void vips_block_untrusted_set(gboolean state);
void vips_operation_block_set(const char *name, gboolean state);
const char *vips_error_buffer(void);
void vips_error_clear(void);

int vips_jpegload_buffer(void *bytes, size_t count, VipsImage **out, ...);
int vips_pngload_buffer(void *bytes, size_t count, VipsImage **out, ...);
int vips_webpload_buffer(void *bytes, size_t count, VipsImage **out, ...);
int vips_thumbnail_buffer(void *bytes, size_t count, VipsImage **out, int width, ...);

int vips_image_get_width(const VipsImage *image);
int vips_image_get_height(const VipsImage *image);
int vips_image_get_bands(const VipsImage *image);
int vips_image_get_n_pages(VipsImage *image);
gboolean vips_image_get_orientation_swap(VipsImage *image);
gboolean vips_image_hasalpha(VipsImage *image);

int vips_colourspace(VipsImage *in, VipsImage **out, VipsInterpretation space, ...);
int vips_flatten(VipsImage *in, VipsImage **out, ...);
int vips_cast(VipsImage *in, VipsImage **out, VipsBandFormat format, ...);
int vips_copy(VipsImage *in, VipsImage **out, ...);
int vips_resize(VipsImage *in, VipsImage **out, double scale, ...);
int vips_image_get_xoffset(const VipsImage *image);
int vips_image_get_yoffset(const VipsImage *image);
int vips_extract_area(VipsImage *in, VipsImage **out, int left, int top, int width, int height, ...);
int vips_smartcrop(VipsImage *in, VipsImage **out, int width, int height, ...);

VipsArrayDouble *vips_array_double_newv(int count, ...);
void vips_area_unref(VipsArea *area);
void *vips_image_write_to_memory(VipsImage *in, size_t *size);
VipsImage *vips_image_new_from_memory(
  const void *data, size_t size, int width, int height, int bands, VipsBandFormat format);
int vips_webpsave_buffer(VipsImage *in, void **bytes, size_t *count, ...);
int vips_jpegsave_buffer(VipsImage *in, void **bytes, size_t *count, ...);

gpointer(g_object_ref)(gpointer object);
void g_object_unref(gpointer object);
void(g_free)(gpointer memory);

#endif
