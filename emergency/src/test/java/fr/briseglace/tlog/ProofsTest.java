package fr.briseglace.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ProofsTest {
    private static final int SMALL = 64;

    @Test
    void inclusionIsTheNaiveOneForEveryLeafOfEverySmallTreeAndHolds() {
        for (int size = 1; size <= SMALL; size++) {
            List<byte[]> leaves = Trees.bytes(Trees.leaves(0, size));
            Hash root = Hash.of(NaiveTree.root(leaves));
            assertThat(Trees.root(size)).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = InclusionProof.of(index, size, Trees.nodes(size));
                assertThat(Trees.bytes(proof.hashes())).containsExactlyElementsOf(NaiveTree.path(index, leaves));
                assertThat(proof.holds(Trees.leaf(index), root)).isTrue();
            }
        }
    }

    @Test
    void consistencyIsTheNaiveOneBetweenAllSmallTreesAndHolds() {
        for (int to = 1; to <= SMALL; to++) {
            List<byte[]> leaves = Trees.bytes(Trees.leaves(0, to));
            for (int from = 1; from <= to; from++) {
                ConsistencyProof proof = ConsistencyProof.of(from, to, Trees.nodes(to));
                assertThat(Trees.bytes(proof.hashes())).containsExactlyElementsOf(NaiveTree.proof(from, leaves));
                assertThat(proof.holds(Trees.root(from), Trees.root(to))).isTrue();
            }
        }
    }

    @Test
    void inclusionWithAnyBitChangedFails() {
        for (int size = 1; size <= 20; size++) {
            Hash root = Trees.root(size);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = InclusionProof.of(index, size, Trees.nodes(size));
                for (List<Hash> spoilt : Trees.spoilt(proof.hashes(), 1)) {
                    assertThat(new InclusionProof(index, size, spoilt).holds(Trees.leaf(index), root))
                            .isFalse();
                }
                for (List<Hash> spoilt : Trees.spoilt(List.of(root), 1)) {
                    assertThat(proof.holds(Trees.leaf(index), spoilt.isEmpty() ? Hash.OF_NOTHING : last(spoilt, root)))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void consistencyWithAnyBitChangedFails() {
        for (int to = 1; to <= 20; to++) {
            for (int from = 1; from <= to; from++) {
                ConsistencyProof proof = ConsistencyProof.of(from, to, Trees.nodes(to));
                for (List<Hash> spoilt : Trees.spoilt(proof.hashes(), 1)) {
                    assertThat(new ConsistencyProof(from, to, spoilt).holds(Trees.root(from), Trees.root(to)))
                            .isFalse();
                }
                assertThat(proof.holds(Hash.OF_NOTHING, Trees.root(to))).isFalse();
                assertThat(proof.holds(Trees.root(from), Hash.OF_NOTHING)).isFalse();
            }
        }
    }

    /** Under the same checkpoint, that is: a root alone does not say how many leaves it is made of. */
    @Test
    void inclusionHoldsForNoOtherIndexOrLeaf() {
        for (int size = 1; size <= SMALL; size++) {
            Hash root = Trees.root(size);
            for (int index = 0; index < size; index++) {
                List<Hash> hashes =
                        InclusionProof.of(index, size, Trees.nodes(size)).hashes();
                for (int other = -1; other <= size; other++) {
                    assertThat(new InclusionProof(other, size, hashes).holds(Trees.leaf(index), root))
                            .as("%d of %d as %d", index, size, other)
                            .isEqualTo(other == index);
                }
                assertThat(new InclusionProof(index, size, hashes).holds(Trees.leaf(index + 1L), root))
                        .isFalse();
            }
        }
    }

    @Test
    void indexMustBeBelowTheSize() {
        assertThat(new InclusionProof(1, 1, List.of()).holds(Trees.leaf(0), Trees.leaf(0)))
                .isFalse();
        assertThat(new InclusionProof(0, 0, List.of()).holds(Hash.OF_NOTHING, Hash.OF_NOTHING))
                .isFalse();
        assertThat(new InclusionProof(-1, 1, List.of()).holds(Trees.leaf(0), Trees.leaf(0)))
                .isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> InclusionProof.subtrees(3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> ConsistencyProof.subtrees(4, 3));
    }

    @Test
    void theEmptyTreeIsTheBeginningOfEveryOther() {
        assertThat(ConsistencyProof.of(0, 5, Trees.nodes(5)).holds(Hash.OF_NOTHING, Trees.root(5)))
                .isTrue();
        assertThat(new ConsistencyProof(0, 5, List.of()).holds(Trees.root(1), Trees.root(5)))
                .isFalse();
        assertThat(new ConsistencyProof(0, 5, List.of(Trees.leaf(0))).holds(Hash.OF_NOTHING, Trees.root(5)))
                .isFalse();
    }

    @Test
    void noTreeShrinks() {
        List<Hash> grown = ConsistencyProof.of(3, 7, Trees.nodes(7)).hashes();
        assertThat(new ConsistencyProof(7, 3, grown).holds(Trees.root(7), Trees.root(3)))
                .isFalse();
    }

    @Property(tries = 60)
    void proofsOfLargerTreesHold(@ForAll @LongRange(min = 1, max = 70_000) long size, @ForAll @LongRange long choice) {
        TileNodes nodes = Trees.nodes(size);
        long index = Math.floorMod(choice, size);
        assertThat(InclusionProof.of(index, size, nodes).holds(Trees.leaf(index), Trees.root(size)))
                .isTrue();
        long from = index + 1;
        assertThat(ConsistencyProof.of(from, size, nodes).holds(Trees.root(from), Trees.root(size)))
                .isTrue();
    }

    @Property
    void nothingMadeUpProvesAnything(
            @ForAll long index, @ForAll long size, @ForAll @Size(max = 70) List<@LongRange(min = 0) Long> seeds) {
        List<Hash> hashes = seeds.stream().map(Trees::leaf).toList();
        assertThat(new InclusionProof(index, size, hashes).holds(Trees.leaf(-1), Trees.leaf(-2)))
                .isFalse();
        assertThat(new ConsistencyProof(index, size, hashes).holds(Trees.leaf(-1), Trees.leaf(-2)))
                .isFalse();
    }

    private static Hash last(List<Hash> spoilt, Hash root) {
        return spoilt.size() == 1 ? spoilt.getFirst() : Hash.node(root, root);
    }
}
