/* Where the window of an operator moves over a map, and how its sums become codes. */
typedef struct {
  int32_t h, w, c, oh, ow, oc;
  signed char kh, kw, sh, sw, pt, pl;
  short in_zero, out_zero, low, high;
  int32_t multiplier;
  signed char shift; /* an output channel may add to it */
} kernel_geometry;
