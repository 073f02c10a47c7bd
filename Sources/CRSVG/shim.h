#include <stddef.h>
#if __has_include(<cairo.h>)
#include <cairo.h>
#else
#include <cairo/cairo.h>
#endif

// Of librsvg 2.52 or newer, and GLib, only this: their headers lie in folders of their own and are many.
typedef struct _RsvgHandle RsvgHandle;
typedef struct {
  double x, y, width, height;
} RsvgRectangle;
typedef struct {
  unsigned int domain;
  int code;
  char *message;
} GError;
RsvgHandle *rsvg_handle_new_from_data(const unsigned char *data, size_t length, GError **error);
int rsvg_handle_render_document(
  RsvgHandle *handle, cairo_t *context, const RsvgRectangle *viewport, GError **error);
void g_object_unref(void *object);
void g_error_free(GError *error);

#include "../COpening/opening.h"
#define RSVG_CALLS(CALL) \
  CALL(g_error_free) CALL(g_object_unref) CALL(rsvg_handle_new_from_data) \
  CALL(rsvg_handle_render_document)
OPENED_LIBRARY(RSVGCalls, "librsvg-2.so.2", RSVG_CALLS)
