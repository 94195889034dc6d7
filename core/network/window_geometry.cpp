#include "network/window_geometry.h"

#include <algorithm>
#include <utility>

namespace kinglet::network {

Pads padsOf(int in, int out, int kernel, int stride) {
  const int all = std::max(0, (out - 1) * stride + kernel - in);
  return {all / 2, all - all / 2};
}

WindowGeometry turned(WindowGeometry g) {
  if (g.w == 1 && g.kw == 1 && g.ow == 1) {
    std::swap(g.h, g.w);
    std::swap(g.oh, g.ow);
    std::swap(g.kh, g.kw);
    std::swap(g.sh, g.sw);
    std::swap(g.pt, g.pl);
  } else if (g.kh == 1 && g.kw == 1 && g.sh == 1 && g.sw == 1) {
    g.w *= g.h;
    g.ow *= g.oh;
    g.h = g.oh = 1;
  }
  return g;
}

}  // namespace kinglet::network
