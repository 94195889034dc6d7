// `kinglet optimise`: the space file with its objectives, and the lines that it is told.
#include <memory>
#include <sstream>

#include "app/cli/optimise_session.h"
#include "reader.h"
#include "search/strategy.h"

namespace kinglet::fuzz {
namespace {

// Many suggestions are much work and no finding.
bool asksForMany(const std::string& line) {
  int digits = 0;
  for (std::size_t at = line.find("ask"); at < line.size(); ++at)
    digits += line[at] >= '0' && line[at] <= '9';
  return digits > 1;
}

}  // namespace

void read(std::string_view bytes) {
  const auto parts = partsOf(bytes, 2);  // the file, and lines
  std::unique_ptr<search::ProblemFile> problem;
  if (!attempt([&] {
        problem = std::make_unique<search::ProblemFile>(search::ProblemFile::parse(std::string(parts[0])));
      }))
    return;
  if (parts.size() < 2) return;
  // The first byte of the lines chooses the strategy.
  static constexpr const char* kStrategies[] = {"random", "evolution", "nsga2"};
  const std::size_t chosen = parts[1].empty() ? 0 : static_cast<unsigned char>(parts[1][0]) % 3;
  attempt([&] {
    std::ostringstream out;
    cli::OptimiseSession session(
        *problem,
        search::makeStrategy(kStrategies[chosen], {problem->space(), problem->objectives(), {}, {}}, 1), out);
    std::istringstream in{std::string(parts[1])};
    int lines = 0;
    for (std::string line; std::getline(in, line) && ++lines < 30;)
      if (!asksForMany(line)) session.take(line);
  });
}

}  // namespace kinglet::fuzz
