// widgets/: what a person sees of a study: one view a file. Views are made of Qt, QCustomPlot and plain core
// data types (study::Trial, network::NetworkSpec, train::EpochReport, ...). A view never starts work, opens
// no file, and does not know the application: it is handed values, and says by signals what the person wants.
// Only app/ calls widgets/. A newcomer reads this header first, then trials/selection.h and
// trials/trial_model.h, which link the views to each other.
//
// look/: colours, marks and what is drawn alike everywhere. Calls text/; every room but text/ may call it.
#pragma once

#include <QColor>
#include <QPalette>

class QWidget;

namespace kinglet::widgets {

// WCAG 2.1 contrast ratio, 1 .. 21.
double contrast(const QColor& a, const QColor& b);
// `ink`, made lighter or darker until its contrast on `paper` is at least `ratio`: 4.5 for text, 3 for marks.
QColor readable(QColor ink, const QColor& paper, double ratio = 4.5);
QColor mixed(const QColor& a, const QColor& b, double shareOfB);

// Colours of a plot, from a palette: light and dark follow of themselves.
struct Theme {
  explicit Theme(const QPalette& palette);
  static Theme of(const QWidget* widget);

  bool dark = false;
  QColor paper, text;  // background and ink
  QColor faint;        // secondary text; 4.5:1 on paper
  QColor line, grid;   // axes and grid
  QColor selection;    // the palette's highlight, at least 3:1 on paper
  QColor front;        // the Pareto front; 4.5:1 on paper
  QColor dominated;    // what lies behind it: the same hue, fainter, never below 2:1
  QColor stopped;      // trials that were stopped early
  QColor warning;      // limits, bottlenecks; always with a text or a shape

  // Okabe and Ito's colours (2008), in an order that keeps neighbours apart; repeats after 7. At least 3:1 on
  // paper.
  QColor category(int index) const;
};

constexpr int kCategories = 7;

// Amounts, 0 .. 1 (clamped): perceptually even, and readable without colour vision.
enum class ColourMap { cividis, viridis };
QColor amountColour(ColourMap map, double share);

// False when the system's setting says that nothing should move.
bool animationsWanted(const QWidget* widget);

}  // namespace kinglet::widgets
