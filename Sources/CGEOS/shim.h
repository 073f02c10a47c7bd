// Only the reentrant functions: forgetting the _r suffix does not compile.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
#if GEOS_VERSION_MAJOR < 3 || (GEOS_VERSION_MAJOR == 3 && GEOS_VERSION_MINOR < 11)
#error "gxq-map needs GEOS 3.11 or newer"
#endif
