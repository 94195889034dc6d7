#include "app/window/study/edit_controller.h"

#include <QUndoCommand>

#include "app/window/study/edits.h"
#include "app/window/study/study_controller.h"

namespace kinglet::window {

class ParameterStep : public QUndoCommand {
 public:
  ParameterStep(EditController& editor, int trial, space::Genome after, const QString& text)
      : QUndoCommand(text),
        editor_(editor),
        trial_(trial),
        before_(editor.genomeOf(trial)),
        after_(std::move(after)) {}
  void redo() override { editor_.put(trial_, after_); }
  void undo() override { editor_.put(trial_, before_); }

 private:
  EditController& editor_;
  int trial_;
  space::Genome before_, after_;
};

namespace {

class TrainStep : public QUndoCommand {
 public:
  TrainStep(StudyController& study, int parent, space::Genome genome, const QString& text)
      : QUndoCommand(text), study_(study), parent_(parent), genome_(std::move(genome)) {}
  void redo() override { wish_ = study_.train(genome_, parent_); }
  // Not taken yet: forgotten. Running: stopped, and what it reached is kept, as of any candidate that one stops.
  void undo() override {
    study_.takeBack(wish_);
    for (int row = 0; row < study_.trials().count(); ++row) {
      const widgets::TrialPtr& trial = study_.trials().at(row);
      if (trial->state == study::TrialState::running && trial->origin.strategy == study::kPersonsStrategy &&
          trial->genome == genome_)
        study_.stopTrial(trial->number);
    }
  }

 private:
  StudyController& study_;
  int parent_;
  space::Genome genome_;
  int wish_ = 0;
};

}  // namespace

EditController::EditController(StudyController& study, Edits& edits, QObject* parent)
    : QObject(parent), study_(study), edits_(edits) {
  connect(&study_, &StudyController::opened, this, &EditController::prepare);
  connect(&study_, &StudyController::closed, this, [this] {
    pace_.cancel();
    forget();
    Q_EMIT ready();
  });
  connect(&study_, &StudyController::trialEnded, this, [this] {
    stale_ = true;
    if (watched_) pace_.soon();
  });
  connect(&study_, &StudyController::settingsChanged, this, &EditController::ready);
  connect(&pace_, &PacedWork::due, this, &EditController::believe);
  if (study_.isOpen()) prepare();
}

void EditController::setWatched(bool watched) {
  watched_ = watched;
  if (watched_ && stale_) believe();
}

void EditController::forget() {
  jobs_.cancel();
  evaluator_.reset();
  belief_.reset();
  edited_.clear();
  networks_.clear();
  networkRows_ = 0;
  stale_ = true;
}

// The energy model may be read from a file, and takes its time.
void EditController::prepare() {
  forget();
  const int classes = static_cast<int>(study_.settings().classes.size());
  jobs_.run(
      this,
      [settings = study_.settings(), classes](std::stop_token) {
        return std::make_shared<const study::Evaluator>(settings, classes);
      },
      [this](std::shared_ptr<const study::Evaluator> evaluator) {
        evaluator_ = std::move(evaluator);
        if (watched_) believe();
        Q_EMIT ready();
      },
      {});  // a space that this Kinglet does not know: nothing can be changed
}

void EditController::believe() {
  if (!evaluator_ || !study_.isOpen()) return;
  stale_ = false;
  pace_.begins();
  jobs_.run(
      this,
      [evaluator = evaluator_, now = study::demandsOf(study_.settings()),
       shared = sharedTrials(study_.trials())](std::stop_token) {
        return std::make_shared<const study::ErrorBelief>(*evaluator, now, study::TrialsView(shared));
      },
      [this](std::shared_ptr<const study::ErrorBelief> belief) {
        pace_.ended();
        belief_ = std::move(belief);
        Q_EMIT ready();
      },
      [this](const QString&) { stale_ = true; });
}

bool EditController::canEdit(int trial) const {
  const auto known = study_.trials().find(trial);
  return evaluator_ && known && known->baseline.empty() && evaluator_->space().fits(known->genome);
}

const space::Genome& EditController::genomeOf(int trial) const {
  static const space::Genome none;
  if (const auto found = edited_.find(trial); found != edited_.end()) return found->second;
  const auto known = study_.trials().find(trial);
  return known ? known->genome : none;
}

bool EditController::isChanged(int trial) const {
  const auto known = study_.trials().find(trial);
  return known && edited_.contains(trial) && evaluator_ &&
         evaluator_->space().canonical(edited_.at(trial)) != evaluator_->space().canonical(known->genome);
}

void EditController::put(int trial, const space::Genome& genome) {
  edited_[trial] = genome;
  Q_EMIT changed(trial);
}

void EditController::choose(int trial, int parameter, int choice) {
  if (!canEdit(trial)) return;
  space::Genome genome = genomeOf(trial);
  const auto place = static_cast<std::size_t>(parameter);
  if (place >= genome.size() || genome[place] == choice) return;
  genome[place] = choice;
  const space::Parameter& changed = evaluator_->space().parameters()[place];
  edits_.stack().push(new ParameterStep(
      *this, trial, std::move(genome),
      tr("%1 = %2 in candidate %3")
          .arg(QString::fromStdString(changed.name),
               QString::fromStdString(space::toText(changed.values[static_cast<std::size_t>(choice)])))
          .arg(trial)));
}

void EditController::reset(int trial) {
  const auto known = study_.trials().find(trial);
  if (!known || !isChanged(trial)) return;
  edits_.stack().push(
      new ParameterStep(*this, trial, known->genome, tr("candidate %1 as it was").arg(trial)));
}

void EditController::train(int trial) {
  if (!canEdit(trial) || !isChanged(trial)) return;
  edits_.stack().push(new TrainStep(study_, trial, evaluator_->space().canonical(genomeOf(trial)),
                                    tr("training what candidate %1 became").arg(trial)));
}

int EditController::trialOfNetwork(const std::string& key) {
  for (; networkRows_ < study_.trials().count(); ++networkRows_) {
    const widgets::TrialPtr& trial = study_.trials().at(networkRows_);
    if (trial->baseline.empty()) networks_.try_emplace(study::networkKey(trial->candidate), trial->number);
  }
  const auto found = networks_.find(key);
  return found == networks_.end() ? -1 : found->second;
}

EditController::Look EditController::look(int trial) {
  Look look;
  if (!canEdit(trial)) return look;
  const space::Genome genome = evaluator_->space().canonical(genomeOf(trial));
  look.now = evaluator_->evaluate(genome, study::demandsOf(study_.settings()));
  if (!look.now.isNetwork) return look;
  if (belief_) look.error = belief_->guess(genome);
  look.same = trialOfNetwork(study::networkKey(look.now.candidate));
  study::Trial ghost = evaluator_->trialOf(genome, look.now);
  ghost.number = -1;
  ghost.origin.strategy = study::kPersonsStrategy;
  ghost.origin.predictedError = look.error.error;
  ghost.origin.predictedDeviation = look.error.deviation;
  look.ghost = std::make_shared<const study::Trial>(std::move(ghost));
  return look;
}

}  // namespace kinglet::window
