// What a network says along a clip, as a view is handed it.
#pragma once

#include <QString>
#include <QStringList>
#include <cstddef>
#include <vector>

namespace kinglet::widgets {

struct DecisionData {
  QStringList classes;
  std::vector<double> starts;  // of the windows that it hears, s; ascending. Empty: it says nothing
  double windowSeconds = 0;
  std::vector<float> probabilities;  // windows x classes, 0 .. 1
  int answer = -1;                   // the class that the whole clip is taken for
  QString said;                      // that answer in words, and how far it may be believed

  float at(std::size_t window, int ofClass) const {
    return probabilities[window * static_cast<std::size_t>(classes.size()) +
                         static_cast<std::size_t>(ofClass)];
  }
  double middle(std::size_t window) const { return starts[window] + windowSeconds / 2; }
};

}  // namespace kinglet::widgets
