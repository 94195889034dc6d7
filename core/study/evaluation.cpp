#include "study/evaluation.h"

#include <utility>

#include "base/error.h"
#include "base/json.h"
#include "study/json_forms.h"
#include "study/meaning.h"
#include "study/objectives.h"

namespace kinglet::study {

Demands demandsOf(const Settings& settings) {
  return {limitsOf(settings), settings.listening};
}

Evaluator::Evaluator(const Settings& settings, int classes)
    : settings_(settings),
      classes_(classes),
      space_(spaceOf(settings)),
      energy_(energyModelOf(settings)),
      device_(energy::listeningDevice(profileOf(settings))) {}

Evaluation Evaluator::evaluate(const space::Genome& genome, const Demands& demands) const {
  Evaluation evaluation;
  try {
    evaluation.candidate = space::decode(space_, genome, settings_.input, classes_);
    const auto& [input, network] = std::tie(evaluation.candidate.input, evaluation.candidate.network);
    evaluation.cost = network::costOf(network, input);
    evaluation.energy = energy_->estimate(input, network);
    evaluation.power = energy::meanPower(device_, evaluation.energy, input, network, demands.listening);
    evaluation.over = violated(demands.limits, evaluation.cost, evaluation.energy, evaluation.power);
  } catch (const base::Error& error) {
    evaluation = {};
    evaluation.isNetwork = false;
    evaluation.over = error.message();
  }
  return evaluation;
}

search::Costs Evaluator::costsOf(const space::Genome& genome, const Demands& demands) const {
  constexpr double kBeyond = 1e9;  // of what is no network
  const Evaluation evaluation = evaluate(genome, demands);
  search::Costs costs;
  costs.objectives = {kBeyond, kBeyond};
  if (evaluation.isNetwork)
    costs.objectives = {settings_.objective == CostObjective::power ? evaluation.power.totalMw
                                                                    : evaluation.energy.millijoules,
                        double(evaluation.cost.flashBytes + evaluation.cost.peakRamBytes) / 1024};
  costs.why = evaluation.over;
  costs.feasible = costs.why.empty();
  return costs;
}

search::Problem Evaluator::problem(std::function<Demands()> demands) const {
  search::Problem problem;
  problem.space = space_;
  problem.objectives = studyObjectives(settings_);
  problem.knownCosts = [this, demands = std::move(demands)](const space::Genome& genome) {
    return costsOf(genome, demands());
  };
  return problem;
}

Trial Evaluator::trialOf(const space::Genome& genome, Evaluation evaluation) const {
  Trial trial;
  trial.genome = genome;
  trial.candidate = std::move(evaluation.candidate);
  trial.cost = std::move(evaluation.cost);
  trial.energy = std::move(evaluation.energy);
  trial.power = std::move(evaluation.power);
  trial.costBy = settings_.objective;
  return trial;
}

std::string networkKey(const space::Candidate& candidate) {
  return std::to_string(candidate.network.fingerprint()) + " " + base::jsonText(toJson(candidate.input));
}

search::Outcome outcomeOf(const Trial& trial) {
  search::Outcome outcome;
  outcome.failed = endedBadly(trial.state) || trial.curve.empty();
  if (outcome.failed) return outcome;
  outcome.objectives = objectivesOf(trial);
  outcome.stoppedEarly = trial.state == TrialState::stoppedEarly;
  return outcome;
}

}  // namespace kinglet::study
