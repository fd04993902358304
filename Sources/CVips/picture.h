#ifndef ETALASE_PICTURE_H
#define ETALASE_PICTURE_H

#include "imaging.h"
#include "library.h"

// Decodes the picture in `bytes` and writes what the request wants to the open file `target`.
// Fills in the reply, also when it fails.
void picture_develop(
  const struct library *library, const struct imaging_request *request, const uint8_t *bytes, size_t count, int target,
  struct imaging_reply *reply);

#endif
