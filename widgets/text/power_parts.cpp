#include "widgets/text/power_parts.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "widgets/text/units.h"

namespace kinglet::widgets {
namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(kinglet::widgets::PowerParts)
};

}  // namespace

std::vector<PowerPart> powerParts(const energy::MeanPower& power) {
  using Kind = PowerPart::Kind;
  std::vector<PowerPart> parts{
      {Kind::frontEnd, Text::tr("Front end"), Text::tr("Log-mel frames of the sound, each computed once."),
       power.frontEndMw},
      {Kind::inferences, Text::tr("Inferences"), Text::tr("The network, as often as it is asked a second."),
       power.inferenceMw},
      {Kind::wakeUps, Text::tr("Wake-ups"), Text::tr("Work at every inference beside front end and network."),
       power.wakeUpMw},
      {Kind::waiting, Text::tr("Waiting"),
       Text::tr("Idle power between inferences: awake, while the microphone's samples come in."),
       power.idleMw},
      {Kind::microphone, Text::tr("Microphone"), Text::tr("As stated in the study; drawn all day."),
       power.microphoneMw},
      {Kind::memory, Text::tr("Memory"), Text::tr("As stated in the study; drawn all day."), power.memoryMw}};
  std::erase_if(parts, [](const PowerPart& part) { return !(part.milliwatts > 0); });
  for (PowerPart& part : parts) part.share = part.milliwatts / power.totalMw;
  std::stable_sort(parts.begin(), parts.end(), [](const PowerPart& one, const PowerPart& other) {
    return one.milliwatts > other.milliwatts;
  });
  return parts;
}

QString powerPartsText(const energy::MeanPower& power, int most) {
  QStringList texts;
  for (const PowerPart& part : powerParts(power)) {
    if (texts.size() == most) break;
    texts << part.name + u' ' + figure(100 * part.share, Unit::percent, 2);
  }
  return texts.join(QStringLiteral(", "));
}

QString listeningText(double inferencesPerSecond, double clockMhz) {
  const QString often = inferencesPerSecond == 1
                            ? Text::tr("1 inference a second")
                            : Text::tr("%1 inferences a second").arg(figure(inferencesPerSecond));
  return clockMhz > 0 ? Text::tr("%1 at %2").arg(often, figure(clockMhz * 1e6, Unit::hertz)) : often;
}

}  // namespace kinglet::widgets
