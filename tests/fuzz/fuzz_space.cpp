// Search spaces, the genomes in them and the networks that these become.
#include "base/random.h"
#include "network/cost.h"
#include "network/network_spec.h"
#include "reader.h"
#include "space/audio_space.h"
#include "space/search_space.h"

namespace kinglet::fuzz {

void read(std::string_view bytes) {
  const auto parts = partsOf(bytes, 2);  // the space, and a genome
  space::SearchSpace space;
  if (!attempt([&] { space = space::SearchSpace::fromJson(std::string(parts[0])); })) return;
  attempt([&] { space.count(); });
  base::Random random(1);
  space::Genome genome = space.sample(random);
  for (int i = 0; i < 4; ++i) {
    const space::Genome other = space.mutate(genome, random, i + 1);
    genome = space.crossover(space.sample(random), other, random);
    space.distance(genome, other);
    require(space.canonical(genome) == genome, "a child is canonical");
    require(space.hash(space.genomeFromJson(space.genomeToJson(genome))) == space.hash(genome),
            "a genome comes back as it was written");
    attempt([&] {
      const space::Candidate candidate = space::decode(space, genome, {}, 10);
      network::costOf(candidate.network);
      network::NetworkSpec::fromJson(candidate.network.toJson());
    });
  }
  require(space::SearchSpace::fromJson(space.toJson()).toJson() == space.toJson(),
          "a space comes back as it was written");
  if (parts.size() == 2) attempt([&] { space.genomeFromJson(std::string(parts[1])); });
}

}  // namespace kinglet::fuzz
