// Asks the chosen candidate's network about clips, on a thread of its own: its answer to every clip that is open, and of
// one clip what it says along it and which places moved it; and the clip as its training shows it.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <cstdint>
#include <memory>
#include <vector>

#include "app/window/study/background.h"
#include "study/decision/hearing.h"
#include "train/decision/as_trained.h"
#include "train/decision/decision.h"
#include "widgets/sound/spectrogram_data.h"
#include "widgets/trials/trial_model.h"

namespace kinglet::window {

class StudyController;

// What the network takes a clip for.
struct ClipAnswer {
  int ofClass = -1;  // -1: not asked, or not yet
  float probability = 0;
  bool right = false;
  bool isKnown() const { return ofClass >= 0; }
};

class DecisionController : public QObject {
  Q_OBJECT
 public:
  // `study` must outlive it.
  explicit DecisionController(StudyController& study, QObject* parent = nullptr);

  // Overtakes what was asked of another one. The same again changes nothing.
  void setTrial(const widgets::TrialPtr& trial);
  // Nothing is worked out while nobody looks.
  void setWatched(bool watched);

  // A clip of the study each; empty without a study.
  const std::vector<ClipAnswer>& answers() const { return answers_; }
  const std::vector<study::Heard>& heard() const { return heard_; }
  bool isWorking() const { return working_; }
  int asked() const { return static_cast<int>(next_); }         // clips, so far
  int toAsk() const { return static_cast<int>(open_.size()); }  // of them all
  const QString& problem() const { return problem_; }           // why there are no answers; may be empty
  bool canAnswer() const;                                       // it has weights, and there are sounds
  bool isOpen(int clip) const;                                  // it may be asked about that clip

  // decided(), felt(), drawn(), pictured() follow, where nothing newer overtakes them, or clipFailed(). Clips of the closed
  // test fold are not asked about.
  void decide(int clip);
  void feel(int clip, int ofClass);
  void draw(int clip, std::uint64_t seed);
  // In groups; before the first, scaled() with what the stack's colours range over.
  void picture(const std::vector<int>& clips, const std::vector<int>& ofStack);

 Q_SIGNALS:
  void trialChanged();    // answers and heard are of another one, or none
  void answersChanged();  // more are known, or it is said why none will be
  void decided(int clip, const kinglet::train::Decision& decision);
  void felt(int clip, int ofClass, const std::vector<float>& relevance);
  void drawn(int clip, const kinglet::train::AsTrained& shown);
  void scaled(float quiet, float loud);
  void pictured(int clip, const kinglet::widgets::SpectrogramData& data);
  void clipFailed(int clip, const QString& problem);

 private:
  struct Asked;  // the network and what it hears; used by one job at a time
  void restart();
  void begin();
  void askNext();
  template <class Work, class Done>
  void ask(int clip, Work work, Done done);

  StudyController& study_;
  widgets::TrialPtr trial_;
  bool testOpen_ = false, watched_ = false, begun_ = false, working_ = false;
  std::vector<ClipAnswer> answers_;
  std::vector<study::Heard> heard_;
  std::vector<int> open_;  // clips that may be asked about; those that it never learnt first
  std::size_t next_ = 0;   // of them
  QElapsedTimer told_;     // since answersChanged()
  QString problem_;
  std::shared_ptr<Asked> network_;
  int deciding_ = -1, feeling_ = -1;
  std::uint64_t drawing_ = 0;
  Background jobs_, pictures_;
};

}  // namespace kinglet::window
