#include "app/window/settings/space_choice.h"

#include "space/audio_space.h"

namespace kinglet::window {
namespace {

struct Words {
  QString name, sentence;
};

Words wordsOf(const std::string& space) {
  if (space == "audio") return {SpaceChoice::tr("usual networks"), {}};
  if (space == "audio-dilated")
    return {
        SpaceChoice::tr("with dilated blocks"),
        SpaceChoice::tr("Blocks may have their taps apart in time, which hear long spans for few weights.")};
  if (space == "audio-streaming")
    return {
        SpaceChoice::tr("also streaming networks"),
        SpaceChoice::tr("Networks may pad nothing along time: the exported C then computes new sound alone "
                        "where windows overlap.")};
  return {QString::fromStdString(space), {}};
}

}  // namespace

SpaceChoice::SpaceChoice(QWidget* parent) : QComboBox(parent) {
  setAccessibleName(tr("Networks to choose from"));
  setToolTip(tr("The networks that the search may choose from."));
  for (const std::string& name : space::builtinSpaceNames())
    addItem(wordsOf(name).name, QString::fromStdString(name));
}

void SpaceChoice::setUsual() {
  setCurrentIndex(0);
}

void SpaceChoice::writeTo(study::Settings& settings) const {
  settings.spaceJson = space::builtinSpace(currentData().toString().toStdString()).toJson();
}

QString SpaceChoice::words() const {
  return wordsOf(currentData().toString().toStdString()).sentence;
}

}  // namespace kinglet::window
