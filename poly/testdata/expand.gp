\\ The benchmark BenchmarkExpand in PARI/GP: gp -q -s 200M expand.gp
f = 0; g = 0;
bench() = { gettime(); f = (1+x+y+z)^20; g = f*(f+1); print(gettime(), " ms") };
for(i = 1, 5, bench());
quit
