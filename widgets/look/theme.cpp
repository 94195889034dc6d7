#include "widgets/look/theme.h"

#include <QStyle>
#include <QWidget>
#include <algorithm>
#include <array>
#include <cmath>

namespace kinglet::widgets {
namespace {

double luminance(const QColor& colour) {
  const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

// Evenly spaced samples of the published maps: cividis (Nuñez et al. 2018), viridis (van der Walt and Smith
// 2015).
constexpr std::array<QRgb, 10> kCividis{0xff00224e, 0xff123570, 0xff3b496c, 0xff575d6d, 0xff707173,
                                        0xff8a8678, 0xffa59c74, 0xffc3b369, 0xffe1cc55, 0xfffee838};
constexpr std::array<QRgb, 10> kViridis{0xff440154, 0xff482878, 0xff3e4989, 0xff31688e, 0xff26828e,
                                        0xff1f9e89, 0xff35b779, 0xff6ece58, 0xffb5de2b, 0xfffde725};

// Blue, orange, bluish green, reddish purple, sky blue, vermillion, yellow.
constexpr std::array<QRgb, kCategories> kOkabeIto{0xff0072b2, 0xffe69f00, 0xff009e73, 0xffcc79a7,
                                                  0xff56b4e9, 0xffd55e00, 0xfff0e442};

}  // namespace

double contrast(const QColor& a, const QColor& b) {
  const double la = luminance(a), lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor mixed(const QColor& a, const QColor& b, double shareOfB) {
  const double s = std::clamp(shareOfB, 0.0, 1.0);
  return QColor::fromRgbF(static_cast<float>(a.redF() * (1 - s) + b.redF() * s),
                          static_cast<float>(a.greenF() * (1 - s) + b.greenF() * s),
                          static_cast<float>(a.blueF() * (1 - s) + b.blueF() * s),
                          static_cast<float>(a.alphaF() * (1 - s) + b.alphaF() * s));
}

namespace {

// The first colour on the way from start to end that stands out from the paper by this contrast.
QColor towards(const QColor& start, const QColor& end, const QColor& paper, double ratio) {
  QColor ink = start;
  for (int step = 1; step <= 32 && contrast(ink, paper) < ratio; ++step) ink = mixed(start, end, step / 32.0);
  return ink;
}

}  // namespace

QColor readable(QColor ink, const QColor& paper, double ratio) {
  const QColor end = contrast(Qt::white, paper) > contrast(Qt::black, paper) ? Qt::white : Qt::black;
  return towards(ink, end, paper, ratio);
}

Theme::Theme(const QPalette& palette)
    : paper(palette.color(QPalette::Base)), text(palette.color(QPalette::Text)) {
  dark = luminance(paper) < luminance(text);
  text = readable(text, paper);
  faint = readable(mixed(text, paper, 0.38), paper);
  line = readable(mixed(text, paper, 0.5), paper, 3);
  grid = mixed(text, paper, 0.88);
  selection = readable(palette.color(QPalette::Highlight), paper, 3);
  front = readable(category(0), paper);
  dominated = towards(mixed(front, paper, 0.6), front, paper, 2);
  stopped = readable(mixed(text, paper, 0.55), paper, 3);
  warning = readable(QColor::fromRgb(0xffd55e00), paper);
}

Theme Theme::of(const QWidget* widget) {
  return Theme(widget->palette());
}

QColor Theme::category(int index) const {
  return readable(QColor::fromRgb(kOkabeIto[static_cast<std::size_t>(std::max(index, 0)) % kCategories]),
                  paper, 3);
}

QColor amountColour(ColourMap map, double share) {
  const auto& samples = map == ColourMap::cividis ? kCividis : kViridis;
  const double place = std::clamp(std::isfinite(share) ? share : 0.0, 0.0, 1.0) * (samples.size() - 1);
  const auto below = std::min(static_cast<std::size_t>(place), samples.size() - 2);
  return mixed(QColor::fromRgb(samples[below]), QColor::fromRgb(samples[below + 1]),
               place - static_cast<double>(below));
}

bool animationsWanted(const QWidget* widget) {
  return widget->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, widget) > 0;
}

}  // namespace kinglet::widgets
