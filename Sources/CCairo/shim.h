#if __has_include(<cairo.h>)
#include <cairo.h>
#include <cairo-pdf.h>
#else
#include <cairo/cairo.h>
#include <cairo/cairo-pdf.h>
#endif
#include <fontconfig/fontconfig.h>
#if CAIRO_VERSION < CAIRO_VERSION_ENCODE(1, 16, 0)
#error "gxq-map needs cairo 1.16 or newer"
#endif

// Of FreeType only this, whose headers lie in a folder of their own.
typedef struct FT_LibraryRec_ *FT_Library;
typedef struct FT_FaceRec_ *FT_Face;
typedef unsigned char FT_Byte;
typedef signed long FT_Long;
int FT_Init_FreeType(FT_Library *library);
int FT_Done_FreeType(FT_Library library);
int FT_New_Memory_Face(
  FT_Library library, const FT_Byte *bytes, FT_Long size, FT_Long index, FT_Face *face);
int FT_Done_Face(FT_Face face);
cairo_font_face_t *cairo_ft_font_face_create_for_ft_face(FT_Face face, int flags);

#include "../COpening/opening.h"
#define CAIRO_CALLS(CALL) \
  CALL(cairo_arc) CALL(cairo_clip) CALL(cairo_close_path) CALL(cairo_copy_path) CALL(cairo_create) \
  CALL(cairo_destroy) CALL(cairo_fill_preserve) CALL(cairo_font_face_destroy) \
  CALL(cairo_font_face_set_user_data) CALL(cairo_font_options_create) CALL(cairo_font_options_destroy) \
  CALL(cairo_font_options_set_hint_metrics) CALL(cairo_font_options_set_hint_style) \
  CALL(cairo_ft_font_face_create_for_ft_face) CALL(cairo_get_scaled_font) CALL(cairo_glyph_free) \
  CALL(cairo_glyph_path) CALL(cairo_image_surface_create) CALL(cairo_line_to) CALL(cairo_matrix_init) \
  CALL(cairo_matrix_init_rotate) CALL(cairo_move_to) CALL(cairo_new_path) CALL(cairo_new_sub_path) \
  CALL(cairo_paint) CALL(cairo_paint_with_alpha) CALL(cairo_path_destroy) \
  CALL(cairo_pattern_create_for_surface) CALL(cairo_pattern_destroy) CALL(cairo_pattern_set_extend) \
  CALL(cairo_pattern_set_matrix) CALL(cairo_pdf_surface_add_outline) \
  CALL(cairo_pdf_surface_create_for_stream) CALL(cairo_pdf_surface_restrict_to_version) \
  CALL(cairo_pdf_surface_set_size) CALL(cairo_pop_group_to_source) CALL(cairo_push_group) \
  CALL(cairo_recording_surface_create) CALL(cairo_rectangle) CALL(cairo_restore) CALL(cairo_rotate) \
  CALL(cairo_save) CALL(cairo_scale) CALL(cairo_scaled_font_text_to_glyphs) CALL(cairo_set_dash) \
  CALL(cairo_set_fill_rule) CALL(cairo_set_font_face) CALL(cairo_set_font_options) \
  CALL(cairo_set_font_size) CALL(cairo_set_line_cap) CALL(cairo_set_line_join) \
  CALL(cairo_set_line_width) CALL(cairo_set_miter_limit) CALL(cairo_set_source) \
  CALL(cairo_set_source_rgb) CALL(cairo_set_source_rgba) CALL(cairo_show_page) \
  CALL(cairo_show_text_glyphs) CALL(cairo_status) CALL(cairo_status_to_string) \
  CALL(cairo_stroke_preserve) CALL(cairo_surface_destroy) CALL(cairo_surface_finish) \
  CALL(cairo_surface_status) CALL(cairo_surface_write_to_png_stream) CALL(cairo_tag_begin) \
  CALL(cairo_tag_end) CALL(cairo_transform) CALL(cairo_translate) CALL(cairo_version_string) \
  CALL(FcCharSetAddChar) CALL(FcCharSetCreate) CALL(FcCharSetDestroy) CALL(FcCharSetHasChar) \
  CALL(FcConfigSubstitute) CALL(FcDefaultSubstitute) CALL(FcFontMatch) CALL(FcPatternAddBool) \
  CALL(FcPatternAddCharSet) CALL(FcPatternAddInteger) CALL(FcPatternAddString) CALL(FcPatternCreate) \
  CALL(FcPatternDestroy) CALL(FcPatternGetCharSet) CALL(FcPatternGetDouble) CALL(FcPatternGetInteger) \
  CALL(FcPatternGetString) CALL(FT_Done_Face) CALL(FT_Done_FreeType) CALL(FT_Init_FreeType) \
  CALL(FT_New_Memory_Face)
// It brings fontconfig and FreeType, whose functions are found through it.
OPENED_LIBRARY(CairoCalls, "libcairo.so.2", CAIRO_CALLS)
