/* Where the window of an operator moves over a map, and the limits of its results. */
typedef struct {
  int h, w, c, oh, ow, oc, kh, kw, sh, sw, pt, pl;
  float low, high;
} kernel_geometry;
