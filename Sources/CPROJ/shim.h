#include <proj.h>
#include <geodesic.h>
#if PROJ_VERSION_MAJOR < 9
#error "gxq-map needs PROJ 9 or newer"
#endif
