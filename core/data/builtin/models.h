// The things that sound. Each model adds one clip of its kind to a silent span at synth::kRate; the scene
// around it (level, room, noise) is the same for all, in builtin_sounds.cpp. Kinds come in pairs that share a
// spectrum and differ in time (bird and cricket, rain and water, knock and clock, cry and siren), as real
// ones do.
#pragma once

#include <span>

#include "base/random.h"

namespace kinglet::data::synth {

using Model = void (*)(base::Random& random, std::span<float> out);

void bark(base::Random& random, std::span<float> out);  // a dog: a voice of falling pitch in short bursts
void cry(base::Random& random, std::span<float> out);   // a baby: a long voice of arched pitch with vibrato
void bird(base::Random& random, std::span<float> out);  // whistled syllables that sweep
void cricket(base::Random& random, std::span<float> out);  // a wing's tone in pulses of one pitch
void rain(base::Random& random, std::span<float> out);     // many drops hitting something, hiss between them
void water(base::Random& random, std::span<float> out);    // bubbles (Minnaert 1933) that rise in pitch
void knock(base::Random& random, std::span<float> out);    // a board struck a few times
void clockTick(base::Random& random,
               std::span<float> out);  // small parts struck in an even beat, tick and tock
void footsteps(base::Random& random, std::span<float> out);  // heel and sole, at a walk
void glass(base::Random& random, std::span<float> out);      // a pane breaks, shards ring one after the other
void engine(base::Random& random, std::span<float> out);     // cylinders fire into an exhaust
void siren(base::Random& random, std::span<float> out);      // a horn that wails, yelps or alternates

}  // namespace kinglet::data::synth
