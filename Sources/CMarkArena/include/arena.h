#ifndef ETALASE_ARENA_H
#define ETALASE_ARENA_H

#include <cmark-gfm.h>

// Memory for one text at a time, on each thread.
//
// libcmark-gfm allocates and frees every node by itself, which takes a third of its time. Here an allocation moves a
// pointer, freeing does nothing, and all of it is given back at once when the text's HTML is done.

// The allocator, as the library wants it.
cmark_mem *arena_mem(void);

// Gives back everything that this thread got; one block is kept for the next text.
void arena_reset(void);

#endif
