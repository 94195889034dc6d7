// Which candidate is looked at: one object, shared by all views of a study, so that selection is one
// everywhere at once.
#pragma once

#include <QObject>
#include <vector>

namespace kinglet::widgets {

// Trials by number; -1 is none. Setters are cheap and silent when nothing changes.
class Selection : public QObject {
  Q_OBJECT
 public:
  static constexpr int kMostCompared = 6;  // beyond that colours no longer tell them apart

  using QObject::QObject;
  int current() const { return current_; }
  int hovered() const { return hovered_; }
  const std::vector<int>& compared() const { return compared_; }  // in the order they were added
  bool isCompared(int trial) const;
  // Place among the compared (its colour), -1 when it is none of them.
  int comparedIndex(int trial) const;

 public Q_SLOTS:
  void select(int trial);          // a plain click; clears nothing but the current one
  void hover(int trial);           // -1 when the pointer leaves
  void toggleCompared(int trial);  // Ctrl-click; the oldest goes when there are more than kMostCompared
  void clearCompared();

 Q_SIGNALS:
  void currentChanged(int trial);
  void hoveredChanged(int trial);
  void comparedChanged();

 private:
  int current_ = -1, hovered_ = -1;
  std::vector<int> compared_;
};

}  // namespace kinglet::widgets
