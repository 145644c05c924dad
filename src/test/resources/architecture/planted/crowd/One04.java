package planted.crowd;

class One04 {}
