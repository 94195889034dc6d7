#include "search/belief.h"

#include <optional>

#include "search/surrogate.h"

namespace kinglet::search {

struct Belief::Impl {
  const History& history;
  std::optional<Surrogate> surrogate;
};

Belief::Belief(const History& history) : impl_(std::make_unique<Impl>(Impl{history, {}})) {
  if (history.told().size() < 2 || history.unknownObjectives().empty()) return;
  impl_->surrogate.emplace(history);
  impl_->surrogate->update(history);
}

Belief::~Belief() = default;

Belief::Guess Belief::of(const space::Genome& genome) const {
  if (!impl_->surrogate) return {};
  const Surrogate& surrogate = *impl_->surrogate;
  const History& history = impl_->history;
  const space::Genome canonical = history.space().canonical(genome);
  Point known;
  if (!history.knownObjectives().empty()) known = history.knownPoint(history.costs(canonical));
  Eigen::RowVectorXd row(surrogate.features().columns());
  surrogate.features().row(canonical, known, row);
  Eigen::MatrixXd rows(1, row.cols());
  rows.row(0) = row;
  const auto batch = surrogate.look(std::move(rows));
  constexpr int first[] = {0};
  return {batch.means[0](0), surrogate.deviations(batch, first)(0, 0)};
}

}  // namespace kinglet::search
