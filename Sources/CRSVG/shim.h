#include <librsvg/rsvg.h>
#if !LIBRSVG_CHECK_VERSION(2, 52, 0)
#error "gxq-map needs librsvg 2.52 or newer"
#endif
