#include "search/walk.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <iterator>

namespace kinglet::search {

namespace {
constexpr double kLargest = 1e100;  // so that no product of choices, whatever a space lists, overflows
}

Role roleOf(const std::string& name) {
  static const struct {
    const char* word;
    Role role;
  } words[] = {{"width", Role::width},    {"widths", Role::width},   {"filters", Role::width},
               {"channels", Role::width}, {"maps", Role::width},     {"units", Role::width},
               {"kernel", Role::kernel},  {"kernels", Role::kernel}, {"ksize", Role::kernel},
               {"stride", Role::stride},  {"strides", Role::stride}, {"pool", Role::stride},
               {"pooling", Role::stride}};
  std::string word;
  Role role = Role::none;
  for (const char c : name + " ") {
    if (std::isalpha(static_cast<unsigned char>(c))) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      continue;
    }
    const auto found =
        std::find_if(std::begin(words), std::end(words), [&](const auto& w) { return w.word == word; });
    if (found != std::end(words)) role = found->role;
    word.clear();
  }
  return role;
}

Walk::Walk(double width, double kernel, double stride)
    : width_(std::min(width, kLargest)),
      stride_(std::min(stride, kLargest)),
      reach_(std::min(kernel, kLargest)) {}

void Walk::layer(double width, double kernel, double stride) {
  width = std::min(width, kLargest);
  reach_ += (std::min(kernel, kLargest) - 1) * stride_;
  stride_ = std::min(stride_ * stride, kLargest);
  weights_ += width_ * width;
  work_ += width_ * width / (stride_ * stride_);
  width_ = width;
}

std::array<double, Walk::kFigures> Walk::figures() const {
  return {std::log2(std::max(reach_, 1.0)), std::log2(1 + weights_), std::log2(1 + work_), std::log2(width_)};
}

}  // namespace kinglet::search
