#include "picture.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

// How many times as long as wide a picture may be. At the largest width it is then not higher than WebP holds, and a crop
// of it is not enlarged beyond all measure.
enum { LONGEST = 15 };

// What the steps of one picture share.
struct work {
  const struct library *v;
  const struct imaging_request *request;
  struct imaging_reply *reply;
  int target;
  uint32_t written;
};

static int fail(struct work *work, int status, int code) {
  work->reply->status = status;
  work->reply->code = code;
  if (status == IMAGING_BROKEN) work->v->vips_error_clear();
  return -1;
}

static int begins(const uint8_t *bytes, size_t count, const char *magic, size_t length) {
  return count >= length && memcmp(bytes, magic, length) == 0;
}

// Opens the picture without decoding it, by its first bytes.
// Returns -1 when its header is damaged, 1 when it is none of the three formats.
static int open_header(struct work *work, const uint8_t *bytes, size_t count, VipsImage **image) {
  const struct library *v = work->v;
  void *start = (void *) bytes;
  if (begins(bytes, count, "\xFF\xD8\xFF", 3)) return v->vips_jpegload_buffer(start, count, image, NULL);
  if (begins(bytes, count, "\x89PNG\r\n\x1A\n", 8)) return v->vips_pngload_buffer(start, count, image, NULL);
  if (count >= 12 && begins(bytes, count, "RIFF", 4) && begins(bytes + 8, count - 8, "WEBP", 4)) {
    return v->vips_webpload_buffer(start, count, image, NULL);
  }
  return 1;
}

// Finds out the upright size and refuses what would take too much to decode.
static int measure(struct work *work, const uint8_t *bytes, size_t count) {
  const struct library *v = work->v;
  VipsImage *image = NULL;
  int opened = open_header(work, bytes, count, &image);
  if (opened != 0) return fail(work, opened < 0 ? IMAGING_BROKEN : IMAGING_FORMAT, 0);
  int width = v->vips_image_get_width(image), height = v->vips_image_get_height(image);
  int swapped = v->vips_image_get_orientation_swap(image);
  work->reply->width = swapped ? height : width;
  work->reply->height = swapped ? width : height;
  work->reply->frames = v->vips_image_get_n_pages(image);
  v->g_object_unref(image);
  if ((uint64_t) width * height > work->request->most_pixels) return fail(work, IMAGING_TOO_MANY_PIXELS, 0);
  int longer = width > height ? width : height, shorter = width > height ? height : width;
  return longer > LONGEST * (int64_t) shorter ? fail(work, IMAGING_TOO_NARROW, 0) : 0;
}

// How much the picture is made smaller before all else: enough is left for the largest width and for every crop.
static double first_scale(const struct work *work) {
  const struct imaging_request *request = work->request;
  double width = work->reply->width, height = work->reply->height, scale = 0;
  for (uint32_t i = 0; i < request->width_count; i++) scale = fmax(scale, request->widths[i] / width);
  for (uint32_t i = 0; i < request->crop_count; i++) {
    scale = fmax(scale, fmax(request->crops[i].width / width, request->crops[i].height / height));
  }
  return fmin(1, scale);
}

// Applies one operation: the image becomes its result, or NULL when it fails.
#define APPLY(image, call)                \
  do {                                    \
    VipsImage *in = (image), *out = NULL; \
    if (call) out = NULL;                 \
    work->v->g_object_unref(in);          \
    (image) = out;                        \
    if (!out) return NULL;                \
  } while (0)

// The picture upright, in sRGB, three bands of eight bits, on white where it was transparent.
static VipsImage *decode(struct work *work, const uint8_t *bytes, size_t count) {
  const struct library *v = work->v;
  double scale = first_scale(work);
  int width = (int) ceil(work->reply->width * scale), height = (int) ceil(work->reply->height * scale);
  VipsImage *image = NULL;
  // As a loader's option: the operation's own "fail_on" does nothing for a buffer (libvips issue 5195).
  if (v->vips_thumbnail_buffer(
        (void *) bytes, count, &image, width, "height", height, "size", SIZE_DOWN, "option_string",
        "[fail_on=truncated]", "export_profile", "srgb", NULL)) {
    return NULL;
  }
  APPLY(image, v->vips_colourspace(in, &out, INTERPRETATION_SRGB, NULL));
  if (v->vips_image_hasalpha(image)) {
    VipsArrayDouble *white = v->vips_array_double_newv(3, 255.0, 255.0, 255.0);
    int failed = 0;
    VipsImage *flat = NULL;
    failed = v->vips_flatten(image, &flat, "background", white, NULL);
    v->vips_area_unref((VipsArea *) white);
    v->g_object_unref(image);
    if (failed) return NULL;
    image = flat;
  }
  APPLY(image, v->vips_cast(in, &out, FORMAT_UCHAR, NULL));
  return image;
}

// An image that is nothing but pixels: whatever else came with the file (place, camera, thumbnail) is left behind.
// - pixels: is filled in; to be freed after the image.
static VipsImage *bare(struct work *work, VipsImage *image, void **pixels) {
  const struct library *v = work->v;
  size_t size;
  int width = v->vips_image_get_width(image), height = v->vips_image_get_height(image);
  if (v->vips_image_get_bands(image) != 3 || !(*pixels = v->vips_image_write_to_memory(image, &size))) return NULL;
  VipsImage *plain = v->vips_image_new_from_memory(*pixels, size, width, height, 3, FORMAT_UCHAR);
  if (!plain) return NULL;
  APPLY(plain, v->vips_copy(in, &out, "interpretation", INTERPRETATION_SRGB, NULL));
  return plain;
}

static int write_part(struct work *work, struct imaging_part part, void *bytes, size_t length) {
  for (size_t done = 0; done < length;) {
    ssize_t count = write(work->target, (char *) bytes + done, length - done);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return fail(work, IMAGING_NOT_WRITTEN, errno);
    done += count;
  }
  part.offset = work->written;
  part.length = length;
  part.fingerprint = imaging_fingerprint(bytes, length);
  work->written += length;
  work->reply->parts[work->reply->part_count++] = part;
  return 0;
}

static int save_jpeg(struct work *work, VipsImage *image, int quality, void **bytes, size_t *length) {
  return work->v->vips_jpegsave_buffer(
    image, bytes, length, "Q", quality, "optimize_coding", TRUE, "interlace", TRUE, "strip", TRUE, NULL);
}

// Leaves nothing of a WebP file but its one picture: libvips 8.14 writes an Exif block into it whatever it is told
// (issue 3340). The picture is one without transparency, so it needs no other chunk.
static int keep_picture_only(uint8_t *bytes, size_t *length) {
  for (size_t index = 12; index + 8 <= *length;) {
    const uint8_t *size = bytes + index + 4;
    size_t whole = 8 + ((size[0] | size[1] << 8 | size[2] << 16 | (size_t) size[3] << 24) + 1) / 2 * 2;
    if (whole > *length - index) return -1;
    if (memcmp(bytes + index, "VP8 ", 4) == 0 || memcmp(bytes + index, "VP8L", 4) == 0) {
      memmove(bytes + 12, bytes + index, whole);
      *length = 12 + whole;
      for (int i = 0; i < 4; i++) bytes[4 + i] = (uint8_t) ((*length - 8) >> (8 * i));
      return 0;
    }
    index += whole;
  }
  return -1;
}

static int save_both(struct work *work, VipsImage *image) {
  const struct library *v = work->v;
  struct imaging_part part = {v->vips_image_get_width(image), v->vips_image_get_height(image), IMAGING_WEBP, 0, 0, 0, 0};
  void *bytes = NULL;
  size_t length = 0;
  if (v->vips_webpsave_buffer(
        image, &bytes, &length, "Q", (int) work->request->webp_quality, "effort", (int) work->request->webp_effort,
        "strip", TRUE, NULL) ||
      keep_picture_only(bytes, &length)) {
    v->g_free(bytes);
    return fail(work, IMAGING_BROKEN, 0);
  }
  int failed = write_part(work, part, bytes, length);
  v->g_free(bytes);
  if (failed) return failed;
  part.format = IMAGING_JPEG;
  bytes = NULL;
  if (save_jpeg(work, image, work->request->jpeg_quality, &bytes, &length)) return fail(work, IMAGING_BROKEN, 0);
  failed = write_part(work, part, bytes, length);
  v->g_free(bytes);
  return failed;
}

// The mean of the fullest of 512 boxes that colours are sorted into.
static void find_colour(struct imaging_reply *reply, const uint8_t *pixels, size_t count) {
  static uint32_t boxes[512][4];
  memset(boxes, 0, sizeof boxes);
  uint32_t *fullest = boxes[0];
  for (const uint8_t *pixel = pixels; pixel < pixels + count * 3; pixel += 3) {
    uint32_t *box = boxes[pixel[0] >> 5 << 6 | pixel[1] >> 5 << 3 | pixel[2] >> 5];
    box[0]++;
    for (int band = 0; band < 3; band++) box[band + 1] += pixel[band];
    if (box[0] > fullest[0]) fullest = box;
  }
  reply->red = fullest[1] / fullest[0];
  reply->green = fullest[2] / fullest[0];
  reply->blue = fullest[3] / fullest[0];
}

// An image that keeps its pixels, for the next smaller one to be made of.
struct kept {
  VipsImage *image;
  void *pixels;
};

static void drop(struct work *work, struct kept *kept) {
  if (kept->image) work->v->g_object_unref(kept->image);
  work->v->g_free(kept->pixels);
  *kept = (struct kept) {NULL, NULL};
}

// Resizes the image into one that keeps its pixels: several operations would otherwise each resize it anew.
static struct kept resized(struct work *work, VipsImage *image, double scale) {
  struct kept kept = {NULL, NULL};
  VipsImage *lazy = NULL;
  if (work->v->vips_resize(image, &lazy, scale, NULL) == 0) kept.image = bare(work, lazy, &kept.pixels);
  if (lazy) work->v->g_object_unref(lazy);
  return kept;
}

// Makes the image narrower, and tells the picture's colour by what is left.
static int shrink(struct work *work, struct kept *kept, uint32_t width) {
  const struct library *v = work->v;
  struct kept next = resized(work, kept->image, (double) width / v->vips_image_get_width(kept->image));
  drop(work, kept);
  *kept = next;
  if (!kept->image) return fail(work, IMAGING_BROKEN, 0);
  size_t count = (size_t) v->vips_image_get_width(next.image) * v->vips_image_get_height(next.image);
  find_colour(work->reply, next.pixels, count);
  return 0;
}

// Every width that the picture has, and its own where that is less than the largest; from large to small, each made of
// the one before, which costs half of making each of the whole picture.
static int make_widths(struct work *work, VipsImage *base) {
  const struct imaging_request *request = work->request;
  uint32_t own = work->reply->width, count = 0;
  while (count + 1 < request->width_count && request->widths[count] < own) count++;
  struct kept kept = {base, NULL};
  int failed = 0;
  work->v->g_object_ref(base);
  for (uint32_t i = 0; i <= count && !failed; i++) {
    uint32_t width = request->widths[count - i];
    failed = shrink(work, &kept, width < own ? width : own) || save_both(work, kept.image);
  }
  drop(work, &kept);
  return failed;
}

// Where the most telling part of the image begins, which is `width` × `height`. Looked for in a small copy: a large one
// takes the library a fifth of a second.
static int find_part(struct work *work, VipsImage *image, int width, int height, int *left, int *top) {
  const struct library *v = work->v;
  int full_width = v->vips_image_get_width(image), full_height = v->vips_image_get_height(image);
  if (width == full_width && height == full_height) return 0;
  double scale = fmin(1, 256.0 / fmax(full_width, full_height));
  struct kept small = resized(work, image, scale);
  if (!small.image) return -1;
  int small_width = fmin(fmax(1, rint(width * scale)), v->vips_image_get_width(small.image));
  int small_height = fmin(fmax(1, rint(height * scale)), v->vips_image_get_height(small.image));
  VipsImage *part = NULL;
  int failed = v->vips_smartcrop(
    small.image, &part, small_width, small_height, "interesting", INTERESTING_ATTENTION, NULL);
  if (!failed) {
    *left = fmin(rint(-v->vips_image_get_xoffset(part) / scale), full_width - width);
    *top = fmin(rint(-v->vips_image_get_yoffset(part) / scale), full_height - height);
    v->g_object_unref(part);
  }
  drop(work, &small);
  return failed;
}

// The most telling part of the picture in the crop's shape; too small a picture is enlarged.
static struct kept cut(struct work *work, VipsImage *base, const struct imaging_crop *crop) {
  const struct library *v = work->v;
  double width = v->vips_image_get_width(base), height = v->vips_image_get_height(base);
  struct kept whole = resized(work, base, fmax(crop->width / width, crop->height / height));
  struct kept kept = {NULL, NULL};
  VipsImage *part = NULL;
  int left = 0, top = 0;
  if (whole.image && find_part(work, whole.image, crop->width, crop->height, &left, &top) == 0 &&
      v->vips_extract_area(whole.image, &part, left, top, crop->width, crop->height, NULL) == 0) {
    kept.image = bare(work, part, &kept.pixels);
  }
  if (part) v->g_object_unref(part);
  drop(work, &whole);
  return kept;
}

static int make_crop(struct work *work, VipsImage *base, uint32_t number) {
  const struct library *v = work->v;
  const struct imaging_crop *crop = &work->request->crops[number];
  struct kept kept = cut(work, base, crop);
  void *bytes = NULL;
  size_t length = 0;
  int failed = !kept.image;
  for (uint32_t quality = crop->quality; !failed; quality -= 5) {
    failed = save_jpeg(work, kept.image, quality, &bytes, &length);
    if (failed || length <= crop->most_bytes || quality < crop->lowest_quality + 5) break;
    v->g_free(bytes);
    bytes = NULL;
  }
  struct imaging_part part = {crop->width, crop->height, IMAGING_JPEG, number + 1, 0, 0, 0};
  failed = failed ? fail(work, IMAGING_BROKEN, 0) : write_part(work, part, bytes, length);
  v->g_free(bytes);
  drop(work, &kept);
  return failed;
}

void picture_develop(
  const struct library *library, const struct imaging_request *request, const uint8_t *bytes, size_t count, int target,
  struct imaging_reply *reply) {
  struct work work = {library, request, reply, target, 0};
  if (measure(&work, bytes, count)) return;
  void *pixels = NULL;
  VipsImage *image = decode(&work, bytes, count);
  VipsImage *base = image ? bare(&work, image, &pixels) : NULL;
  if (image) library->g_object_unref(image);
  if (!base) {
    fail(&work, IMAGING_BROKEN, 0);
  } else if (make_widths(&work, base) == 0) {
    for (uint32_t i = 0; i < request->crop_count && make_crop(&work, base, i) == 0; i++) continue;
  }
  if (base) library->g_object_unref(base);
  library->g_free(pixels);
}
