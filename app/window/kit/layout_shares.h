// Sizes of a splitter's parts as shares of the whole, so that a kept layout fits another screen.
#pragma once

#include <QByteArray>

class QSplitter;

namespace kinglet::window {

// "0.20,0.50,0.30"; parts that are hidden keep the share they had when they were last seen (given in
// `before`).
QByteArray sharesOf(const QSplitter& splitter, const QByteArray& before);
// Does nothing when the text does not fit the splitter. Call when the splitter has its size.
void applyShares(QSplitter& splitter, const QByteArray& shares);

}  // namespace kinglet::window
