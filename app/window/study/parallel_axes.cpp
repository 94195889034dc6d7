#include "app/window/study/parallel_axes.h"

#include <QCoreApplication>
#include <limits>
#include <memory>
#include <unordered_map>

#include "space/search_space.h"
#include "study/meaning.h"

namespace kinglet::window {
namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(kinglet::window::ParametersPage)
};

// Which parameters of a trial's genome are active, none where it is not of the space: worked out once a trial, asked for
// once an axis.
class Activities {
 public:
  explicit Activities(space::SearchSpace space) : space_(std::move(space)) {}
  const space::SearchSpace& space() const { return space_; }
  const std::vector<char>& of(const study::Trial& trial) {
    auto found = known_.find(trial.number);
    if (found == known_.end())
      found = known_
                  .emplace(trial.number, space_.fits(trial.genome)
                                             ? space_.activity(trial.genome)
                                             : std::vector<char>(space_.parameters().size()))
                  .first;
    return found->second;
  }

 private:
  space::SearchSpace space_;
  std::unordered_map<int, std::vector<char>> known_;  // a genome never changes
};

}  // namespace

std::vector<widgets::ParallelAxis> parallelAxes(const study::Settings& settings,
                                                const widgets::TrialModel& model) {
  using widgets::Quantity;
  std::vector<widgets::ParallelAxis> axes;
  std::vector<Quantity> figures{Quantity::error, Quantity::energy};
  if (settings.objective == study::CostObjective::power) figures.push_back(Quantity::power);
  figures.insert(figures.end(), {Quantity::ram, Quantity::flash, Quantity::latency});
  for (const Quantity quantity : figures)
    axes.push_back({widgets::keyOf(quantity),
                    widgets::headerOf(quantity),
                    widgets::nameOf(quantity),
                    widgets::unitOf(quantity),
                    widgets::logByDefault(quantity),
                    {},
                    [quantity, &model](const study::Trial& trial) {
                      return widgets::valueOf(trial, quantity, model.battery());
                    }});
  const auto known = std::make_shared<Activities>(study::spaceOf(settings));
  const auto& parameters = known->space().parameters();
  for (std::size_t place = 0; place < parameters.size(); ++place) {
    const space::Parameter& parameter = parameters[place];
    if (parameter.values.size() < 2) continue;
    widgets::ParallelAxis axis;
    axis.name = QString::fromStdString(parameter.name);
    axis.key = QStringLiteral("parameter:") + axis.name;
    for (const space::Value& value : parameter.values)
      axis.choices << QString::fromStdString(space::toText(value));
    axis.tip = Text::tr("%1: one of %2").arg(axis.name, axis.choices.join(QStringLiteral(", ")));
    axis.valueOf = [known, place](const study::Trial& trial) {
      return known->of(trial)[place] ? static_cast<double>(trial.genome[place])
                                     : std::numeric_limits<double>::quiet_NaN();
    };
    axes.push_back(std::move(axis));
  }
  return axes;
}

}  // namespace kinglet::window
