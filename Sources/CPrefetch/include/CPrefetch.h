#ifndef CPREFETCH_H
#define CPREFETCH_H

/// Asks the processor to load the cache line at `p`, which Swift has no way to say. Any address may be given.
static inline void isnad_prefetch(const void *_Nonnull p) { __builtin_prefetch(p); }

#endif
