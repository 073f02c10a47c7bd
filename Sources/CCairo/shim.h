#include <cairo.h>
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#if CAIRO_VERSION < CAIRO_VERSION_ENCODE(1, 16, 0)
#error "gxq-map needs cairo 1.16 or newer"
#endif
