// Most of these tests wait for the database or for another process, so more of them than there are cores keep the cores busy.
[assembly: LevelOfParallelism(4)]
