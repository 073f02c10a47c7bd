#include <proj.h>
#include <geodesic.h>
#if PROJ_VERSION_MAJOR < 9
#error "gxq-map needs PROJ 9 or newer"
#endif

#include "../COpening/opening.h"
#define PROJ_CALLS(CALL) \
  CALL(geod_init) CALL(geod_inverse) CALL(geod_polygon_addpoint) CALL(geod_polygon_compute) \
  CALL(geod_polygon_init) CALL(proj_as_wkt) CALL(proj_clone) CALL(proj_context_create) \
  CALL(proj_context_destroy) CALL(proj_context_errno) CALL(proj_context_errno_string) \
  CALL(proj_context_set_enable_network) CALL(proj_coord) CALL(proj_create) \
  CALL(proj_create_crs_to_crs_from_pj) CALL(proj_crs_get_coordinate_system) \
  CALL(proj_crs_get_datum_forced) CALL(proj_crs_get_geodetic_crs) CALL(proj_crs_get_sub_crs) \
  CALL(proj_cs_get_axis_info) CALL(proj_destroy) CALL(proj_ellipsoid_get_parameters) CALL(proj_errno) \
  CALL(proj_errno_reset) CALL(proj_factors) CALL(proj_get_area_of_use) CALL(proj_get_ellipsoid) \
  CALL(proj_get_id_auth_name) CALL(proj_get_id_code) CALL(proj_get_name) CALL(proj_get_source_crs) \
  CALL(proj_get_type) CALL(proj_is_crs) CALL(proj_log_func) CALL(proj_log_level) \
  CALL(proj_normalize_for_visualization) CALL(proj_trans_generic)
OPENED_LIBRARY(ProjCalls, "libproj.so.25", PROJ_CALLS)
