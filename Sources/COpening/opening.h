// A library that is opened when it is first needed.
//
// Loading PROJ, cairo and librsvg takes more time than checking a plan: together they bring eighty others. So they are not
// linked but opened, each by the header of its own module, which lists the functions that are called:
//
//   #define PROJ_CALLS(CALL) CALL(proj_create) CALL(proj_destroy) …
//   OPENED_LIBRARY(ProjCalls, "libproj.so.25", PROJ_CALLS)
//
// declares a struct ProjCalls with a pointer to each function, of the type that the library's header gives it, and
// ProjCalls_open, which fills it: NULL when all is well, else what the system says. Elsewhere than on Linux the
// libraries are linked as usual, and the pointers lead there.
#pragma once

#define OPENED_FIELD(name) __typeof__(name) *name;

#if defined(__linux__)
#include <dlfcn.h>
#define OPENED_FIND(name) \
  if (!(calls->name = (__typeof__(name) *)dlsym(library, #name))) return dlerror();
#define OPENED_LIBRARY(Calls, file, CALLS) \
  typedef struct { CALLS(OPENED_FIELD) } Calls; \
  static inline const char *Calls##_open(Calls *calls) { \
    void *library = dlopen(file, RTLD_LAZY); \
    if (!library) return dlerror(); \
    CALLS(OPENED_FIND) \
    return 0; \
  }
#else
#define OPENED_FIND(name) calls->name = name;
#define OPENED_LIBRARY(Calls, file, CALLS) \
  typedef struct { CALLS(OPENED_FIELD) } Calls; \
  static inline const char *Calls##_open(Calls *calls) { \
    CALLS(OPENED_FIND) \
    return 0; \
  }
#endif
