#include <hb.h>
#include <hb-subset.h>
#if !HB_VERSION_ATLEAST(4, 0, 0)
#error "gxq-map needs HarfBuzz 4.0 or newer"
#endif
