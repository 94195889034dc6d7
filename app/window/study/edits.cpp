#include "app/window/study/edits.h"

#include <QElapsedTimer>
#include <QUndoCommand>

#include "app/window/study/study_controller.h"
#include "study/settings.h"

namespace kinglet::window {
namespace {

constexpr int kSettingsStep = 1;
constexpr qint64 kOneGestureMs = 1500;  // a slider dragged, a number typed: one step

class StarStep : public QUndoCommand {
 public:
  StarStep(StudyController& study, int trial, bool starred, const QString& text)
      : QUndoCommand(text), study_(study), trial_(trial), starred_(starred) {}
  void redo() override { study_.setStar(trial_, starred_); }
  void undo() override { study_.setStar(trial_, !starred_); }

 private:
  StudyController& study_;
  int trial_;
  bool starred_;
};

class NoteStep : public QUndoCommand {
 public:
  NoteStep(StudyController& study, int trial, QString before, QString after, const QString& text)
      : QUndoCommand(text),
        study_(study),
        trial_(trial),
        before_(std::move(before)),
        after_(std::move(after)) {}
  void redo() override { study_.setNote(trial_, after_); }
  void undo() override { study_.setNote(trial_, before_); }

 private:
  StudyController& study_;
  int trial_;
  QString before_, after_;
};

class SettingsStep : public QUndoCommand {
 public:
  SettingsStep(StudyController& study, study::Settings after, const QString& text)
      : QUndoCommand(text), study_(study), before_(study.settings()), after_(std::move(after)) {
    time_.start();
  }
  int id() const override { return kSettingsStep; }
  bool mergeWith(const QUndoCommand* other) override {
    const auto* next = static_cast<const SettingsStep*>(other);
    if (next->text() != text() || time_.elapsed() > kOneGestureMs) return false;
    after_ = next->after_;
    time_.restart();
    return true;
  }
  void redo() override { study_.changeSettings(after_); }
  void undo() override { study_.changeSettings(before_); }

 private:
  StudyController& study_;
  study::Settings before_, after_;
  QElapsedTimer time_;
};

}  // namespace

Edits::Edits(StudyController& study, QObject* parent) : QObject(parent), study_(study) {
  connect(&study.trials(), &widgets::TrialModel::starToggled, this, &Edits::setStar);
  connect(&study.trials(), &widgets::TrialModel::noteEdited, this, &Edits::setNote);
  connect(&study, &StudyController::opened, &stack_, &QUndoStack::clear);
  connect(&study, &StudyController::closed, &stack_, &QUndoStack::clear);
}

void Edits::setStar(int trial, bool starred) {
  const auto known = study_.trials().find(trial);
  if (!known || known->starred == starred) return;
  stack_.push(new StarStep(
      study_, trial, starred,
      starred ? tr("star for candidate %1").arg(trial) : tr("taking the star off %1").arg(trial)));
}

void Edits::toggleStars(const std::vector<int>& trials) {
  std::vector<int> known;
  bool all = true;
  for (const int number : trials)
    if (const auto trial = study_.trials().find(number)) {
      known.push_back(number);
      all = all && trial->starred;
    }
  if (known.size() > 1)
    stack_.beginMacro(all ? tr("taking the stars off %n candidates", nullptr, static_cast<int>(known.size()))
                          : tr("stars for %n candidates", nullptr, static_cast<int>(known.size())));
  for (const int number : known) setStar(number, !all);
  if (known.size() > 1) stack_.endMacro();
}

void Edits::setNote(int trial, const QString& note) {
  const auto known = study_.trials().find(trial);
  const QString before = known ? QString::fromStdString(known->note) : QString();
  if (!known || before == note) return;
  stack_.push(new NoteStep(study_, trial, before, note, tr("note on candidate %1").arg(trial)));
}

void Edits::changeSettings(const study::Settings& settings, const QString& what) {
  if (!study_.isOpen() || settings.toJson() == study_.settings().toJson()) return;
  stack_.push(new SettingsStep(study_, settings, what));
}

}  // namespace kinglet::window
