#if __has_include(<hb.h>)
#include <hb.h>
#include <hb-subset.h>
#else
#include <harfbuzz/hb.h>
#include <harfbuzz/hb-subset.h>
#endif
#if !HB_VERSION_ATLEAST(4, 0, 0)
#error "gxq-map needs HarfBuzz 4.0 or newer"
#endif

#include "../COpening/opening.h"
#define HARFBUZZ_CALLS(CALL) \
  CALL(hb_blob_create_from_file) CALL(hb_blob_destroy) CALL(hb_blob_get_data) CALL(hb_face_create) \
  CALL(hb_face_destroy) CALL(hb_face_reference_blob) CALL(hb_set_add) \
  CALL(hb_subset_input_create_or_fail) CALL(hb_subset_input_destroy) CALL(hb_subset_input_set) \
  CALL(hb_subset_input_set_flags) CALL(hb_subset_input_unicode_set) CALL(hb_subset_or_fail)
// It brings libharfbuzz, whose functions are found through it.
OPENED_LIBRARY(HarfBuzzCalls, "libharfbuzz-subset.so.0", HARFBUZZ_CALLS)
