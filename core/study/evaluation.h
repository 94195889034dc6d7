// What is known of a candidate before it is trained: its network, its costs, whether it keeps the limits.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/message.h"
#include "energy/energy_model.h"
#include "energy/listening/always_on.h"
#include "network/cost.h"
#include "search/strategy.h"
#include "space/audio_space.h"
#include "space/search_space.h"
#include "study/limits.h"
#include "study/settings.h"
#include "study/trial.h"

namespace kinglet::study {

// What may be asked of candidates now: the limits, and how the device listens.
struct Demands {
  Limits limits;
  energy::ListeningSettings listening;
};
Demands demandsOf(const Settings& settings);  // the device's own limits among them

struct Evaluation {
  space::Candidate candidate;
  network::NetworkCost cost;
  energy::EnergyEstimate energy;
  energy::MeanPower power;
  bool isNetwork =
      true;  // otherwise the choices make none, as an edited space may hold, and all above is empty
  base::Message
      over;  // the limit that it is over, or why it is no network, for people; empty where it may be trained
};

// Of one study. Thread-safe once made.
class Evaluator {
 public:
  // Throws base::Error on an unknown space, device or model.
  Evaluator(const Settings& settings, int classes);
  const space::SearchSpace& space() const { return space_; }
  const Settings& settings() const { return settings_; }

  Evaluation evaluate(const space::Genome& genome, const Demands& demands) const;
  // The same as a search asks for it.
  search::Costs costsOf(const space::Genome& genome, const Demands& demands) const;
  // What a strategy searches; `demands` is asked for every candidate. The evaluator must outlive it.
  search::Problem problem(std::function<Demands()> demands) const;
  // A trial that begins, without number and origin.
  Trial trialOf(const space::Genome& genome, Evaluation evaluation) const;

 private:
  const Settings settings_;
  const int classes_;
  const space::SearchSpace space_;
  const std::shared_ptr<const energy::EnergyModel> energy_;
  const energy::ListeningDevice device_;
};

// Origin::strategy of what a person asked for.
inline constexpr const char* kPersonsStrategy = "person";

// The same for candidates that are the same network on the same input, however it is written.
std::string networkKey(const space::Candidate& candidate);

// What a strategy is told of a trial that has ended.
search::Outcome outcomeOf(const Trial& trial);

}  // namespace kinglet::study
