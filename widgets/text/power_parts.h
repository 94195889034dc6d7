// What a mean power is made of, as people read it.
#pragma once

#include <QString>
#include <vector>

#include "energy/listening/always_on.h"

namespace kinglet::widgets {

struct PowerPart {
  enum class Kind { frontEnd, inferences, wakeUps, waiting, microphone, memory } kind;
  QString name, meaning;  // "Waiting", and a sentence
  double milliwatts = 0;
  double share = 0;  // of the whole, 0 .. 1
};

// From the largest; those that draw nothing are left out.
std::vector<PowerPart> powerParts(const energy::MeanPower& power);
// "waiting 71 %, front end 21 %, inferences 8 %": the largest `most`.
QString powerPartsText(const energy::MeanPower& power, int most = 3);
// "1 inference a second at 160 MHz"; no clock where none is known.
QString listeningText(double inferencesPerSecond, double clockMhz);

}  // namespace kinglet::widgets
