#include "app/window/kit/layout_shares.h"

#include <QList>
#include <QSplitter>
#include <numeric>

namespace kinglet::window {
namespace {

constexpr int kWhole = 10000;

QList<double> parse(const QByteArray& text, int count) {
  QList<double> shares;
  for (const auto& part : text.split(',')) {
    bool fine = false;
    const double share = part.toDouble(&fine);
    if (!fine || share < 0 || share > 1) return {};
    shares << share;
  }
  return shares.size() == count ? shares : QList<double>();
}

}  // namespace

QByteArray sharesOf(const QSplitter& splitter, const QByteArray& before) {
  const auto sizes = splitter.sizes();
  const double whole = std::accumulate(sizes.begin(), sizes.end(), 0);
  if (whole <= 0) return before;
  const auto known = parse(before, static_cast<int>(sizes.size()));
  QList<QByteArray> parts;
  for (int i = 0; i < sizes.size(); ++i) {
    const bool hidden = splitter.widget(i)->isHidden();
    parts << QByteArray::number(hidden && !known.isEmpty() ? known[i] : sizes[i] / whole, 'f', 4);
  }
  return parts.join(',');
}

void applyShares(QSplitter& splitter, const QByteArray& shares) {
  const auto known = parse(shares, splitter.count());
  if (known.isEmpty()) return;
  QList<int> sizes;
  for (const double share : known) sizes << static_cast<int>(share * kWhole);
  splitter.setSizes(sizes);
}

}  // namespace kinglet::window
