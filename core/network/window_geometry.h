// Where the window of a layer moves over a map: how maps are padded, and as what exported kernels see it.
#pragma once

namespace kinglet::network {

// Zeros before and after a map along one of its sides.
struct Pads {
  int before = 0, after = 0;
};
// As TensorFlow pads, the odd one after: none where the windows fit on the map (Padding::valid). kernel: from the first
// tap to the last.
Pads padsOf(int in, int out, int kernel, int stride);

// Input and output map, kernel, strides, zeros above and to the left.
struct WindowGeometry {
  int h, w, c, oh, ow, oc, kh, kw, sh, sw, pt, pl;
};
// As the exported kernels take it (core/deploy/c/geometry_*.h). A map of one column is turned on its side and a
// 1 x 1 kernel sees one long row: the same sums, with many neighbouring pixels for a tile.
WindowGeometry turned(WindowGeometry geometry);

}  // namespace kinglet::network
